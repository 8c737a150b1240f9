using System.Text;

namespace Seq2Seq.Text;

/// <summary>Words and punctuation of languages written with spaces.</summary>
/// <remarks>
/// A sign is a token of its own, except inside a word or a number: don't, well-known, 3.14, 1,000, 10:30, U.S., Mr. A
/// Chinese or Japanese character between the words is a token of its own too. <see cref="Tokeniser.Join"/> sets the
/// spaces back by the rules of English typography.
/// </remarks>
public sealed class WordTokeniser : Tokeniser
{
    // The endings that the Penn Treebank (Marcus et al. 1993) parts from their word.
    private static readonly string[] Endings = ["n't", "'s", "'m", "'re", "'ve", "'ll", "'d"];

    /// <summary>Part contractions as the Penn Treebank does: don't becomes do and n't, so that the model can see the
    /// negation.</summary>
    public bool SplitContractions { get; init; }

    internal override string Kind => "word";

    private protected override string[] Split(string text)
    {
        var tokens = new List<string>();
        foreach (var unit in WordScanner.Scan(text))
        {
            var ending = SplitContractions ? EndingOf(unit.Text) : null;
            if (ending is null)
            {
                tokens.Add(unit.Text);
                continue;
            }

            tokens.Add(unit.Text[..^ending.Length]);
            tokens.Add(unit.Text[^ending.Length..]);
        }

        return [.. tokens];
    }

    private protected override string Assemble(IReadOnlyList<string> tokens) => WithSpaces(tokens);

    internal static string WithSpaces(IReadOnlyList<string> tokens)
    {
        var text = new StringBuilder();
        var quoteOpen = false;
        var glue = true;
        foreach (var token in ByteFallback.Restore(tokens))
        {
            if (token.Length == 0) continue;
            var closes = token == "\"" && quoteOpen;
            var opens = token == "\"" && !quoteOpen;
            if (opens || closes) quoteOpen = opens;
            if (!glue && !closes && !TouchesLeft(token) && !Ideographic(text, token)) text.Append(' ');
            text.Append(token);
            glue = opens || TouchesRight(token);
        }

        return text.ToString();
    }

    private static string? EndingOf(string word)
    {
        var plain = word.Replace('’', '\'');
        return Endings.FirstOrDefault(
            end => plain.Length > end.Length && plain.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static bool TouchesLeft(string token) => token[0] switch
    {
        ',' or '.' or ';' or ':' or '!' or '?' or '%' or ')' or ']' or '}' or '”' or '/' or '…' => true,
        '，' or '。' or '；' or '：' or '！' or '？' or '、' or '）' or '》' or '」' or '％' or '（' or '《' or '「' => true,
        '\'' or '’' => token.Length > 1,
        _ => token.Replace('’', '\'').Equals("n't", StringComparison.OrdinalIgnoreCase),
    };

    private static bool TouchesRight(string token) =>
        token is "(" or "[" or "{" or "$" or "£" or "€" or "¥" or "#" or "“" or "‘" or "/"
            or "，" or "。" or "；" or "：" or "！" or "？" or "、" or "（" or "《" or "「" or "）" or "》" or "」";

    // No space where Chinese meets anything.
    private static bool Ideographic(StringBuilder text, string token)
    {
        if (Scripts.IsIdeograph(Rune.GetRuneAt(token, 0).Value)) return true;
        var last = text[^1];
        return char.IsLowSurrogate(last)
            ? Scripts.IsIdeograph(char.ConvertToUtf32(text[^2], last))
            : Scripts.IsIdeograph(last);
    }
}
