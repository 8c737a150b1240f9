using System.Text.RegularExpressions;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>One signature, taken apart as far as a caller can tell two of them from each other.</summary>
/// <param name="Text">The signature without access and inheritance.</param>
/// <param name="Start">All before the parameters: static, what it gives, its name.</param>
/// <param name="Parameters">The parameters, or null for what has none (fields and properties).</param>
/// <param name="End">All after them: the accessors of an indexer.</param>
/// <param name="MayOverride">Whether a derived class may override it.</param>
internal sealed partial record ApiMember(string Text, string Start, string[]? Parameters, string End, bool MayOverride)
{
    public static ApiMember Parse(string line)
    {
        var text = Access().Replace(line.Trim(), "");
        var mayOverride = Inheritance().IsMatch(text);
        text = Inheritance().Replace(text, "$1");
        var open = Open(text);
        if (open < 0)
            return new ApiMember(text, AsProperty(text), null, "", mayOverride);
        var close = text.LastIndexOf(text[open] == '(' ? ')' : ']');
        return new ApiMember(text, text[..open], [.. Split(text[(open + 1)..close])], text[(close + 1)..], mayOverride);
    }

    /// <summary>Does every call of this one compile, and mean the same, where the other stands in its place?</summary>
    /// <remarks>
    /// Same name, same result; the same parameters, then perhaps more that may be left out; whatever may be left out
    /// here may be left out there and is the same value. Reading is enough for a property that cannot be set here.
    /// </remarks>
    public bool IsServedBy(ApiMember other)
    {
        if (Parameters is null || other.Parameters is null)
            return Parameters is null && other.Parameters is null && (Start == other.Start || Start.Replace("set; ", "") == Start && Readable(Start) == Readable(other.Start));
        return Start == other.Start
            && (End == other.End || (!End.Contains("set;") && End == other.End.Replace("set; ", "")))
            && Parameters.Length <= other.Parameters.Length
            && Parameters.Zip(other.Parameters).All(pair => IsServedBy(pair.First, pair.Second))
            && other.Parameters.Skip(Parameters.Length).All(rest => rest.Contains(" = "));
    }

    public override string ToString() => Text;

    private static bool IsServedBy(string ours, string theirs) => ours == theirs || theirs.StartsWith(ours + " = ", StringComparison.Ordinal);

    private static string Readable(string property) => property.Replace("set; ", "");

    // A field that is read is as good as a property.
    private static string AsProperty(string text) => text.EndsWith(';') ? text[..^1] + " { get; }" : text;

    // Where the parameters open: behind the name, not a tuple that comes before it.
    private static int Open(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '<')
                depth++;
            else if (text[i] is '>')
                depth--;
            else if (text[i] == '(' && depth == 0 && i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '>'))
                return i;
            else if (text[i] == '[' && depth == 0 && text[i + 1] != ']')
                return i;
        }

        return -1;
    }

    private static IEnumerable<string> Split(string parameters)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= parameters.Length; i++)
        {
            var c = i == parameters.Length ? ',' : parameters[i];
            depth += c is '(' or '<' or '[' ? 1 : c is ')' or '>' or ']' ? -1 : 0;
            if (c != ',' || depth > 0)
                continue;
            if (i > start)
                yield return parameters[start..i].Trim();
            start = i + 1;
        }
    }

    [GeneratedRegex("^public ")]
    private static partial Regex Access();

    [GeneratedRegex("^(static )?(virtual|abstract|override) ")]
    private static partial Regex Inheritance();
}
