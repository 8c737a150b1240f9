using System.Text.Json;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter.Handlers;

/// <summary><c>execute_request</c>: runs a cell.</summary>
internal sealed class ExecuteHandler(Task<ICellRunner> runner, IoPub ioPub, StdinChannel stdin, History history) : IRequestHandler
{
    private int _count;

    /// <inheritdoc/>
    public string Kind => "execute_request";

    /// <inheritdoc/>
    public void Handle(Request request)
    {
        if (request.IsAborted)
        {
            request.Reply("execute_reply", json => json.WriteString("status", "aborted"));
            return;
        }

        var content = request.Content;
        var code = content.RequiredText("code");
        var isSilent = content.Flag("silent", false);
        var isStored = content.Flag("store_history", true) && !isSilent;
        var stopsOnError = content.Flag("stop_on_error", true);
        var mayAsk = content.Flag("allow_stdin", true);
        var expressions = content.Texts("user_expressions");
        var number = isStored ? ++_count : isSilent ? _count : _count + 1;
        if (!isSilent)
        {
            request.Publish("execute_input", json =>
            {
                json.WriteString("code", code);
                json.WriteNumber("execution_count", number);
            });
        }

        var sink = new CellSink(ioPub, request.Message.HeaderJson, number, isSilent);
        var error = Run(code, number, sink, mayAsk ? (prompt, isPassword) => stdin.Ask(request, prompt, isPassword) : RefuseInput);
        if (isStored)
            history.Add(new HistoryEntry(number, code, sink.ResultText));
        if (error is null)
        {
            var values = expressions.Select(expression => (expression.Key, Evaluate(expression.Value))).ToList();
            request.Reply("execute_reply", json => Success(json, number, values));
            return;
        }

        if (!sink.HasError)
            sink.Write(error);
        if (stopsOnError)
            request.AbortQueued();
        request.Reply("execute_reply", json =>
        {
            Replies.Error(json, error.Name, error.Value, error.Traceback);
            json.WriteNumber("execution_count", number);
        });
    }

    // Not the end of input: a notebook that is executed without a user in front should fail here, not go on with nothing.
    private static string RefuseInput(string prompt, bool isPassword) => throw new InvalidOperationException(
        "The cell reads input, but the client that runs it does not allow that (allow_stdin is false). Run it where input can be typed.");

    private ErrorOutput? Run(string code, int number, CellSink sink, InputReader input)
    {
        var result = runner.GetAwaiter().GetResult()
            .RunAsync(new CellRequest(code, $"In[{number}]", input), sink, CancellationToken.None).GetAwaiter().GetResult();
        return result.Status == CellStatus.Succeeded
            ? null
            : result.Error ?? new ErrorOutput("Interrupted", "The cell was interrupted.", ["The cell was interrupted."]);
    }

    private Evaluation Evaluate(string expression) =>
        runner.GetAwaiter().GetResult().EvaluateAsync(expression, CancellationToken.None).GetAwaiter().GetResult();

    private static void Success(Utf8JsonWriter json, int number, List<(string Name, Evaluation Value)> values)
    {
        Replies.Ok(json);
        json.WriteNumber("execution_count", number);
        json.WriteStartArray("payload");
        json.WriteEndArray();
        json.WriteStartObject("user_expressions");
        foreach (var (name, value) in values)
        {
            json.WriteStartObject(name);
            if (value.Error is { } error)
            {
                Replies.Error(json, error.Name, error.Value, error.Traceback);
            }
            else
            {
                Replies.Ok(json);
                Replies.Bundle(json, value.Data ?? new Dictionary<string, string>());
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
