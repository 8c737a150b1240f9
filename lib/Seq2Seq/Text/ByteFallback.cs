using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>Spells a token that a vocabulary lacks by its UTF-8 bytes, so that no text is out of vocabulary.</summary>
/// <remarks>Kudo and Richardson 2018 (SentencePiece): 256 tokens <c>&lt;0x00&gt;</c> … <c>&lt;0xFF&gt;</c>. 饺 is E9 A5
/// BA.</remarks>
public static class ByteFallback
{
    /// <summary>The 256 byte tokens, in the order of their bytes.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
        [.. Enumerable.Range(0, 256).Select(b => string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>"))];

    /// <summary>The byte tokens that spell a text.</summary>
    public static string[] Spell(string text) => [.. Encoding.UTF8.GetBytes(text).Select(b => Tokens[b])];

    /// <summary>True for one of the 256 byte tokens.</summary>
    public static bool IsByte(string token) => TryParse(token, out _);

    /// <summary>The tokens with every run of byte tokens replaced by the text it spells. Bytes that are no UTF-8 become
    /// U+FFFD.</summary>
    public static string[] Restore(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var result = new List<string>(tokens.Count);
        var run = new List<byte>();
        foreach (var token in tokens)
        {
            if (TryParse(token, out var value))
            {
                run.Add(value);
                continue;
            }

            Flush();
            result.Add(token);
        }

        Flush();
        return [.. result];

        void Flush()
        {
            if (run.Count == 0) return;
            result.Add(Encoding.UTF8.GetString([.. run]));
            run.Clear();
        }
    }

    private static bool TryParse(string token, out byte value)
    {
        value = 0;
        return token is ['<', '0', 'x', _, _, '>']
            && byte.TryParse(
                token.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && token == Tokens[value];
    }
}
