using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>Stands in for <see cref="Console.Out"/> or <see cref="Console.Error"/> and hands the text to the running session.</summary>
internal sealed class ConsoleWriter(string stream, TextWriter original) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    [AllowNull]
    public override string NewLine { get => "\n"; set { } }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value) => Write(string.Concat(value, "\n").AsSpan());

    public override void WriteLine() => Write("\n".AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CurrentOutput.Session is { } session) session.Outputs.WriteText(stream, buffer);
        else original.Write(buffer);
    }

    public override void WriteLine(ReadOnlySpan<char> buffer) => Write(string.Concat(buffer, "\n").AsSpan());
}
