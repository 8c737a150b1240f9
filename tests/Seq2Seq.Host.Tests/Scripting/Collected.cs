using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>What a cell showed.</summary>
internal sealed class Collected : IOutputSink
{
    private readonly List<CellOutput> outputs = [];

    public IReadOnlyList<CellOutput> Outputs => outputs;

    public string Stdout => string.Concat(outputs.OfType<StreamOutput>().Where(output => output.Name == "stdout").Select(output => output.Text));

    public string Stderr => string.Concat(outputs.OfType<StreamOutput>().Where(output => output.Name == "stderr").Select(output => output.Text));

    public string? Result => outputs.OfType<DisplayOutput>().LastOrDefault(output => output.IsResult)?.Data["text/plain"];

    public ErrorOutput? Error => outputs.OfType<ErrorOutput>().LastOrDefault();

    public void Write(CellOutput output) => outputs.Add(output);
}
