using System.Text;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Export.App;

/// <summary>Moves code to the right.</summary>
internal static class SourceIndent
{
    /// <summary>The code with spaces in front. Lines inside a raw or verbatim string stay where they are: their spaces belong to the text.</summary>
    public static string Apply(string code, int spaces)
    {
        var tree = SubmissionCompiler.Parse(code);
        var source = tree.GetText();
        var inside = new HashSet<int>();
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            var (first, last) = (source.Lines.GetLinePosition(token.SpanStart).Line, source.Lines.GetLinePosition(token.Span.End).Line);
            for (var line = first + 1; line <= last; line++) inside.Add(line);
        }
        var text = new StringBuilder();
        foreach (var line in source.Lines)
        {
            var content = line.ToString();
            if (content.Length == 0 && line.LineNumber == source.Lines.Count - 1) break;
            if (content.Length > 0 && !inside.Contains(line.LineNumber)) text.Append(' ', spaces);
            text.Append(content).Append('\n');
        }
        return text.ToString();
    }
}
