namespace Seq2Seq.Tasks.Grammar;

/// <summary>The regular rules of English word forms, with the exceptions the lexicon needs.</summary>
internal static class EnglishForms
{
    private static readonly HashSet<string> s_doubling = ["swim", "run", "put", "get", "plan", "shop", "cut", "sit", "chat", "jog"];

    /// <summary>Words spelt with a vowel that sound like a consonant, and the reverse.</summary>
    private static readonly HashSet<string> s_consonantSound = ["university", "uniform", "useful", "one", "european"];

    /// <summary>"He reads": the third person of the first word of a phrase.</summary>
    public static string Third(string phrase) => OnFirst(phrase, verb => verb switch
    {
        "be" => "is",
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        "can" or "will" or "must" or "should" => verb,
        _ when EndsInSibilant(verb) => verb + "es",
        _ when EndsInConsonantY(verb) => verb[..^1] + "ies",
        _ => verb + "s",
    });

    /// <summary>"I am", "he is", "they are".</summary>
    public static string Present(string phrase, Agreement agreement) => (phrase, agreement) switch
    {
        ("be", Agreement.First) => "am",
        ("be", Agreement.Third) => "is",
        ("be", _) => "are",
        ("was", Agreement.First or Agreement.Third) => "was",
        ("was", _) => "were",
        (_, Agreement.Third) => Third(phrase),
        _ => phrase,
    };

    /// <summary>"Reading".</summary>
    public static string Gerund(string phrase) => OnFirst(phrase, verb => verb switch
    {
        "lie" => "lying",
        "be" => "being",
        _ when s_doubling.Contains(verb) => verb + verb[^1] + "ing",
        _ when verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) => verb[..^1] + "ing",
        _ => verb + "ing",
    });

    /// <summary>"a" becomes "an" before a vowel that is heard.</summary>
    public static string Article(string next)
    {
        var word = next.ToLowerInvariant();
        return "aeiou".Contains(word[0], StringComparison.Ordinal) && !s_consonantSound.Contains(word) ? "an" : "a";
    }

    private static bool EndsInSibilant(string verb) =>
        verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('o')
        || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal);

    private static bool EndsInConsonantY(string verb) =>
        verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);

    private static string OnFirst(string phrase, Func<string, string> change)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? change(phrase) : change(phrase[..space]) + phrase[space..];
    }
}

/// <summary>What an English verb agrees with.</summary>
internal enum Agreement
{
    /// <summary>I.</summary>
    First,

    /// <summary>You, we, they, the books.</summary>
    Plural,

    /// <summary>He, she, it, the book.</summary>
    Third,
}
