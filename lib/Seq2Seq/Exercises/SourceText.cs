namespace Seq2Seq.Exercises;

/// <summary>Makes an expression of a definition fit to be read on its own.</summary>
internal static class SourceText
{
    /// <summary>The lines behind the first without the indentation they share.</summary>
    public static string Dedent(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var shared = lines.Skip(1).Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join(
            '\n',
            lines.Select((line, i) => i == 0 ? line.Trim() : line.Length >= shared ? line[shared..].TrimEnd() : ""));
    }

    /// <summary><c>f(1, 2)</c> of <c>f => f(1, 2)</c>.</summary>
    public static string BehindArrow(string lambda)
    {
        var arrow = lambda.IndexOf("=>", StringComparison.Ordinal);
        return Dedent(arrow < 0 ? lambda : lambda[(arrow + 2)..].TrimStart());
    }
}
