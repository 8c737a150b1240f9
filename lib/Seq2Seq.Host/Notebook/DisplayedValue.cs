using Seq2Seq.Host.Formatting;
using Seq2Seq.Host.Scripting;
using Seq2Seq.Host.Scripting.Outputs;

namespace Seq2Seq.Host.Notebook;

/// <summary>A value on show, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly string id;

    internal DisplayedValue(string id) => this.id = id;

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => CurrentOutput.Session?.Outputs.Write(new DisplayOutput(id, ValueFormatter.Format(value), IsUpdate: true));
}
