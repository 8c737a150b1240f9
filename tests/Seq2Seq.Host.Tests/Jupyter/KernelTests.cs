using System.Net;
using System.Text.Json;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>The whole kernel around a session that is not C#: what the protocol wants of it.</summary>
public sealed class KernelTests : IDisposable
{
    private const string Key = "a-key";
    private readonly FakeRunner _runner = new();
    private readonly List<string> _log = [];
    private readonly Kernel _kernel;
    private readonly FakeClient _client;

    public KernelTests()
    {
        _kernel = new Kernel(new ConnectionInfo(IPAddress.Loopback, 0, 0, 0, 0, 0, Key), () => _runner, line => { lock (_log) _log.Add(line); });
        _client = Connect("client");
    }

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
        _runner.Dispose();
    }

    [Fact]
    public void A_cell_shows_busy_input_outputs_and_idle_in_this_order()
    {
        var (reply, shown) = _client.Run("print a\nerror b\nshow c\nprint d\nvalue e");

        Assert.Equal(["busy", "input 1", "stdout:a\n", "stderr:b\n", """display_data {"text/plain":"c"}""", "stdout:d\n", "result e", "idle"],
            shown.Select(message => message.ToString()));
        Assert.Equal("execute_reply", reply.Kind);
        Assert.Equal("""{"status":"ok","execution_count":1,"payload":[],"user_expressions":{}}""", reply.Content.GetRawText());
    }

    [Fact]
    public void Neighbouring_stream_text_is_joined_and_nothing_of_it_is_lost()
    {
        const int Lines = 20_000;

        var (_, shown) = _client.Run(string.Join('\n', Enumerable.Range(0, Lines).Select(line => $"print {line}")));

        var streams = shown.Where(message => message.Kind == "stream").ToList();
        Assert.Equal(string.Concat(Enumerable.Range(0, Lines).Select(line => $"{line}\n")), string.Concat(streams.Select(stream => stream.Text("text"))));
        Assert.InRange(streams.Count, 1, 200);
    }

    [Fact]
    public void The_first_line_does_not_wait_for_the_cell_to_end()
    {
        var id = _client.Send("execute_request", FakeClient.Cell("print first\nwait"));
        while (_client.Receive("iopub").ToString() != "stdout:first\n")
        {
        }

        Assert.False(_client.HasInput("shell", 0));
        _client.Ask("interrupt_request", channel: "control");
        Assert.Equal("error", _client.Receive("shell").Text("status"));
        Assert.NotEmpty(id);
    }

    [Fact]
    public void A_failing_cell_says_so_on_both_channels()
    {
        var (reply, shown) = _client.Run("print before\nfail boom");

        Assert.Equal(["busy", "input 1", "stdout:before\n", "error FakeException", "idle"], shown.Select(message => message.ToString()));
        Assert.Equal("""{"status":"error","ename":"FakeException","evalue":"boom","traceback":["In[1]: boom"],"execution_count":1}""",
            reply.Content.GetRawText());
    }

    [Fact]
    public void Cells_that_wait_behind_a_failing_one_are_aborted_and_later_ones_run()
    {
        _client.Send("execute_request", FakeClient.Cell("sleep 300\nfail boom"));
        _client.Send("execute_request", FakeClient.Cell("print never"));
        var info = _client.Send("kernel_info_request");

        Assert.Equal("error", _client.Receive("shell").Text("status"));
        Assert.Equal("""{"status":"aborted"}""", _client.Receive("shell").Content.GetRawText());
        Assert.True(_client.Receive("shell").Answers(info));
        Assert.Equal("ok", _client.Run("print later").Reply.Text("status"));
        Assert.DoesNotContain("print never", _runner.Ran);
    }

    [Fact]
    public void With_stop_on_error_off_the_waiting_cells_run()
    {
        _client.Send("execute_request", FakeClient.Cell("sleep 200\nfail boom", stop: false));
        _client.Send("execute_request", FakeClient.Cell("print then"));

        Assert.Equal("error", _client.Receive("shell").Text("status"));
        Assert.Equal("ok", _client.Receive("shell").Text("status"));
    }

    [Fact]
    public void A_silent_cell_is_not_counted_and_shows_no_result()
    {
        _client.Run("print one");
        var (reply, shown) = _client.Run("value x", silent: true);

        Assert.Equal(["busy", "idle"], shown.Select(message => message.ToString()));
        Assert.Equal(1, reply.Number("execution_count"));
        Assert.Equal(2, _client.Run("print two").Reply.Number("execution_count"));
    }

    [Fact]
    public void A_cell_without_history_shows_the_next_number_and_leaves_it()
    {
        Assert.Equal("result x", _client.Run("value x", store: false).Shown[2].ToString());
        Assert.Equal(1, _client.Run("print a").Reply.Number("execution_count"));
        Assert.Equal("""[[1,1,"print a"]]""", _client.Ask("history_request", """{"hist_access_type":"tail","n":9}""").Reply.Content.GetProperty("history").GetRawText());
    }

    [Fact]
    public void User_expressions_are_valued_one_by_one()
    {
        var values = _client.Run("print a", expressions: """{"x":"good","y":"bad"}""").Reply.Content.GetProperty("user_expressions").GetRawText();

        Assert.Equal("""{"x":{"status":"ok","data":{"text/plain":"good"},"metadata":{}},"y":{"status":"error","ename":"FakeException","evalue":"bad","traceback":["bad"]}}""", values);
    }

    [Fact]
    public void An_update_carries_the_id_of_its_display()
    {
        var shown = _client.Run("show a\nupdate b").Shown.Where(message => message.Kind.EndsWith("display_data", StringComparison.Ordinal)).ToList();

        Assert.Equal(["display_data", "update_display_data"], shown.Select(message => message.Kind));
        Assert.All(shown, message => Assert.Equal("d1", message.Content.GetProperty("transient").GetProperty("display_id").GetString()));
    }

    [Theory]
    [InlineData("{\"a\": [1, 2]}", JsonValueKind.Object)]
    [InlineData("not json", JsonValueKind.String)]
    public void JSON_types_travel_as_JSON(string text, JsonValueKind kind)
    {
        var shown = _client.Run($"json {text}").Shown.Single(message => message.Kind == "display_data");

        Assert.Equal(kind, shown.Content.GetProperty("data").GetProperty("application/json").ValueKind);
    }

    [Fact]
    public void An_output_beyond_what_JSON_can_hold_is_left_out_with_a_note_and_the_cell_goes_on()
    {
        var (reply, shown) = _client.Run("huge\nprint after");

        Assert.Equal("ok", reply.Text("status"));
        Assert.StartsWith("stderr:An output (display_data) was too large to be sent and is left out: ", shown[2].ToString(), StringComparison.Ordinal);
        Assert.Equal(["stdout:after\n", "idle"], shown.Skip(3).Select(message => message.ToString()));
    }

    [Fact]
    public void Input_is_asked_of_the_client_whose_cell_runs()
    {
        using var other = Connect("other");
        var id = _client.Send("execute_request", FakeClient.Cell("ask name?", stdin: true));

        var question = _client.Receive("stdin");
        Assert.Equal("input_request", question.Kind);
        Assert.Equal("""{"prompt":"name?","password":false}""", question.Content.GetRawText());
        Assert.True(question.Answers(id));
        Assert.False(other.HasInput("stdin", 100));
        other.Send("input_reply", """{"value":"from the wrong one"}""", "stdin");
        _client.Send("input_reply", """{"value":"Ada 你好"}""", "stdin");

        Assert.Contains("stdout:Ada 你好\n", _client.UntilIdle(id).Select(message => message.ToString()));
    }

    [Fact]
    public void Input_is_refused_where_the_client_does_not_allow_it() => Assert.Equal(
        "The cell reads input, but the client that runs it does not allow that (allow_stdin is false). Run it where input can be typed.",
        _client.Run("ask name?").Reply.Text("evalue"));

    [Fact]
    public void Control_answers_while_a_cell_runs_and_ends_it()
    {
        var cell = _client.Send("execute_request", FakeClient.Cell("wait"));
        SocketTests.Eventually(() => _runner.Ran.Count == 1);

        Assert.Equal("ok", _client.Ask("kernel_info_request", channel: "control").Reply.Text("status"));
        _client.Send("interrupt_request", channel: "control");
        Assert.Equal("""{"status":"ok"}""", _client.Receive("control").Content.GetRawText());

        var reply = _client.Receive("shell");
        Assert.True(reply.Answers(cell));
        Assert.Equal("""{"status":"error","ename":"Interrupted","evalue":"The cell was interrupted.","traceback":["The cell was interrupted."],"execution_count":1}""",
            reply.Content.GetRawText());
    }

    [Fact]
    public void A_request_that_breaks_the_session_is_answered_and_the_next_one_served()
    {
        var (reply, shown) = _client.Run("crash");

        Assert.Equal("InvalidOperationException", reply.Text("ename"));
        Assert.Equal("the session itself broke", reply.Text("evalue"));
        Assert.Equal("idle", shown[^1].ToString());
        Assert.Equal("ok", _client.Run("print on").Reply.Text("status"));
    }

    [Fact]
    public void A_request_with_a_field_of_the_wrong_type_is_answered_by_an_error()
    {
        var (reply, _) = _client.Ask("execute_request", """{"code":17,"silent":"maybe"}""");

        Assert.Equal("""{"status":"error","ename":"BadRequest","evalue":"The content's code is not a text.","traceback":["The content's code is not a text."]}""",
            reply.Content.GetRawText());
    }

    [Fact]
    public void Positions_are_counted_in_code_points()
    {
        var reply = _client.Ask("complete_request", """{"code":"😀😀汉a","cursor_pos":4}""").Reply;

        Assert.Equal((3, 4), (reply.Number("cursor_start"), reply.Number("cursor_end")));
        Assert.Equal("""["alpha"]""", reply.Content.GetProperty("matches").GetRawText());
        Assert.Equal("""{"_jupyter_types_experimental":[{"start":3,"end":4,"text":"alpha","type":"function"}]}""",
            reply.Content.GetProperty("metadata").GetRawText());
    }

    [Theory]
    [InlineData("known", """{"status":"ok","found":true,"data":{"text/plain":"known: a word","text/markdown":"**known**"},"metadata":{}}""")]
    [InlineData("other", """{"status":"ok","found":false,"data":{},"metadata":{}}""")]
    public void Inspection_says_what_it_found(string code, string content) =>
        Assert.Equal(content, _client.Ask("inspect_request", $$"""{"code":"{{code}}","cursor_pos":1}""").Reply.Content.GetRawText());

    [Theory]
    [InlineData("done", """{"status":"complete"}""")]
    [InlineData("wrong", """{"status":"invalid"}""")]
    [InlineData("  if {", """{"status":"incomplete","indent":"      "}""")]
    public void Completeness_comes_with_the_next_line_s_indent(string code, string content) =>
        Assert.Equal(content, _client.Ask("is_complete_request", $$"""{"code":"{{code}}"}""").Reply.Content.GetRawText());

    [Fact]
    public void A_comm_to_an_unknown_target_is_closed_again()
    {
        var id = _client.Send("comm_open", """{"comm_id":"c1","target_name":"none","data":{}}""");

        var close = _client.UntilIdle(id)[1];
        Assert.Equal("comm_close", close.Kind);
        Assert.Equal("""{"comm_id":"c1","data":{}}""", close.Content.GetRawText());
        Assert.Equal("""{"status":"ok","comms":{}}""", _client.Ask("comm_info_request").Reply.Content.GetRawText());
    }

    [Fact]
    public void Unknown_requests_and_closed_comms_only_make_it_busy_and_idle()
    {
        foreach (var kind in new[] { "no_such_request", "comm_msg", "comm_close" })
            Assert.Equal(["busy", "idle"], _client.UntilIdle(_client.Send(kind)).Select(message => message.ToString()));
        Assert.Equal(["busy", "idle"], _client.UntilIdle(_client.Send("no_such_request", channel: "control")).Select(message => message.ToString()));
    }

    [Fact]
    public void A_forged_message_has_no_effect_at_all()
    {
        using var forger = Connect("forger", "not-the-key");

        forger.Send("execute_request", FakeClient.Cell("print forged"));
        forger.Send("shutdown_request", """{"restart":false}""", "control");
        _client.Run("print good");

        Assert.Equal(["print good"], _runner.Ran);
        Assert.False(forger.HasInput("shell", 50));
        Assert.False(forger.HasInput("control", 50));
        lock (_log)
            Assert.Equal(["control: message dropped. A message has a wrong signature.", "shell: message dropped. A message has a wrong signature."], _log.Order());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Shutdown_is_answered_and_ends_the_kernel(string restart)
    {
        var (reply, shown) = _client.Ask("shutdown_request", $$"""{"restart":{{restart}}}""", "control");

        Assert.Equal($$"""{"status":"ok","restart":{{restart}}}""", reply.Content.GetRawText());
        Assert.Equal(["busy", "idle"], shown.Select(message => message.ToString()));
        _kernel.WaitForEnd();
    }

    [Fact]
    public void Shutdown_comes_through_while_a_cell_runs()
    {
        _client.Send("execute_request", FakeClient.Cell("wait"));
        SocketTests.Eventually(() => _runner.Ran.Count == 1);

        Assert.Equal("shutdown_reply", _client.Ask("shutdown_request", """{"restart":false}""", "control").Reply.Kind);
        _kernel.WaitForEnd();
        _kernel.Interrupt();
    }

    [Fact]
    public void The_heartbeat_answers_while_a_cell_runs()
    {
        _client.Send("execute_request", FakeClient.Cell("wait"));
        using var heart = RawPeer.Connect(new IPEndPoint(IPAddress.Loopback, _kernel.Connection.HeartbeatPort), "REQ");

        heart.SendMessage([], "beat"u8.ToArray());

        Assert.Equal("beat"u8.ToArray(), heart.Receive()[1]);
        _kernel.Interrupt();
    }

    [Fact]
    public void Kernel_info_says_who_we_are()
    {
        var info = _client.Ask("kernel_info_request").Reply;

        Assert.Equal("5.3", info.Text("protocol_version"));
        Assert.Equal("seq2seq-course", info.Text("implementation"));
        Assert.Equal("C#", info.Content.GetProperty("language_info").GetProperty("name").GetString());
        Assert.Equal(".cs", info.Content.GetProperty("language_info").GetProperty("file_extension").GetString());
    }

    [Fact]
    public void Ports_in_use_are_named_as_the_trouble()
    {
        var error = Assert.Throws<JupyterException>(() => new Kernel(_kernel.Connection, () => _runner, _ => { }));

        Assert.StartsWith("The kernel can't listen on the ports of its connection file: ", error.Message, StringComparison.Ordinal);
    }

    private FakeClient Connect(string name, string key = Key) => new(_kernel.Connection, name) { Key = key };
}
