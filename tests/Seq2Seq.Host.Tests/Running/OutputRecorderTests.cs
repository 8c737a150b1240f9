using Seq2Seq.Host.Running;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Running;

public sealed class OutputRecorderTests
{
    private readonly OutputRecorder recorder = new();

    [Fact]
    public void An_update_replaces_the_display_it_names()
    {
        recorder.Begin(1);

        recorder.Write(Display("curve", "first"));
        recorder.Write(Display("curve", "last", isUpdate: true));

        Assert.Equal("""[{"data":{"text/plain":["last"]},"metadata":{},"output_type":"display_data"}]""", recorder.Outputs.ToJsonString());
    }

    [Fact]
    public void A_live_display_that_was_taken_away_leaves_nothing_behind()
    {
        recorder.Begin(1);
        recorder.Write(Display("curve", "first"));

        recorder.Write(new DisplayOutput("curve", new Dictionary<string, string>(), IsUpdate: true));

        Assert.Equal("[]", recorder.Outputs.ToJsonString());
    }

    private static DisplayOutput Display(string id, string text, bool isUpdate = false) =>
        new(id, new Dictionary<string, string> { ["text/plain"] = text }, isUpdate);
}
