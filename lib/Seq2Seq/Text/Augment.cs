using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>Makes more training sentences out of few, by harm that leaves the meaning to be guessed. Works on tokens
/// and on ids.</summary>
public static class Augment
{
    /// <summary>Drops each token with the given probability; one always stays. (Iyyer et al. 2015, word
    /// dropout.)</summary>
    public static T[] Drop<T>(IReadOnlyList<T> tokens, double probability, SeededRandom random)
    {
        Check(tokens, probability, random, nameof(Drop));
        if (tokens.Count == 0) return [];
        var kept = tokens.Where(_ => !random.Chance(probability)).ToArray();
        return kept.Length > 0 ? kept : [random.Pick(tokens)];
    }

    /// <summary>Hides each token behind <paramref name="blank"/> (such as <c>&lt;unk&gt;</c>) with the given
    /// probability. (Xie et al. 2017.)</summary>
    public static T[] Blank<T>(IReadOnlyList<T> tokens, double probability, T blank, SeededRandom random)
    {
        Check(tokens, probability, random, nameof(Blank));
        return [.. tokens.Select(token => random.Chance(probability) ? blank : token)];
    }

    /// <summary>Replaces each token by one of <paramref name="others"/> with the given probability. (Wang et al. 2018,
    /// SwitchOut.)</summary>
    public static T[] Replace<T>(
        IReadOnlyList<T> tokens, double probability, IReadOnlyList<T> others, SeededRandom random)
    {
        Check(tokens, probability, random, nameof(Replace));
        ArgumentNullException.ThrowIfNull(others);
        return [.. tokens.Select(token => random.Chance(probability) ? random.Pick(others) : token)];
    }

    /// <summary>Shuffles a little: no token moves further than <paramref name="distance"/> places. (Lample et al. 2018,
    /// §2.3.)</summary>
    public static T[] Swap<T>(IReadOnlyList<T> tokens, int distance, SeededRandom random)
    {
        Check(tokens, 0, random, nameof(Swap));
        ArgumentOutOfRangeException.ThrowIfNegative(distance);

        // Sorting i + u with u uniform in [0, distance + 1) moves nothing further than distance.
        var keys = tokens.Select((_, i) => i + random.NextDouble() * (distance + 1)).ToArray();
        return [.. Enumerable.Range(0, tokens.Count).OrderBy(i => keys[i]).Select(i => tokens[i])];
    }

    /// <summary>Typing errors: each character is dropped, doubled or swapped with the next, with the given probability.
    /// (Belinkov and Bisk 2018.)</summary>
    public static string Typos(string text, double probability, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runes = text.EnumerateRunes().ToArray();
        Check(runes, probability, random, nameof(Typos));
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
        {
            if (Rune.IsWhiteSpace(runes[i]) || !random.Chance(probability))
            {
                result.Append(runes[i].ToString());
                continue;
            }

            switch (random.Next(3))
            {
                case 0:
                    break;
                case 1:
                    result.Append(runes[i].ToString()).Append(runes[i].ToString());
                    break;
                default:
                    if (i + 1 < runes.Length) result.Append(runes[i + 1].ToString());
                    result.Append(runes[i].ToString());
                    i++;
                    break;
            }
        }

        return result.ToString();
    }

    private static void Check<T>(IReadOnlyList<T> tokens, double probability, SeededRandom random, string operation)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(random);
        if (probability is >= 0 and <= 1) return;
        throw new ArgumentOutOfRangeException(nameof(probability), string.Create(CultureInfo.InvariantCulture,
            $"Augment.{operation}: probability {probability}; expected 0 to 1."));
    }
}
