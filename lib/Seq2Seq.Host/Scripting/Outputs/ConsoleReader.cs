namespace Seq2Seq.Host.Scripting.Outputs;

/// <summary>Stands in for <see cref="Console.In"/> and asks whoever sits in front of the running cell.</summary>
internal sealed class ConsoleReader : TextReader
{
    private string line = "";
    private int position;

    public override string? ReadLine()
    {
        if (position < line.Length)
        {
            var rest = line[position..].TrimEnd('\n');
            position = line.Length;
            return rest;
        }
        return Ask("", false);
    }

    public override int Peek() => Fill() ? line[position] : -1;

    public override int Read() => Fill() ? line[position++] : -1;

    public override string ReadToEnd()
    {
        var all = new System.Text.StringBuilder();
        while (ReadLine() is { } next) all.Append(next).Append('\n');
        return all.ToString();
    }

    /// <summary>Asks for one line, after everything printed so far is on show.</summary>
    public static string? Ask(string prompt, bool isPassword)
    {
        if (CurrentOutput.Session is not { } session) return null;
        session.Outputs.Flush();
        return session.Outputs.Input?.Invoke(prompt, isPassword);
    }

    private bool Fill()
    {
        if (position < line.Length) return true;
        if (Ask("", false) is not { } next) return false;
        line = next + "\n";
        position = 0;
        return true;
    }
}
