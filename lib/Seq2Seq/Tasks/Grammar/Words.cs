namespace Seq2Seq.Tasks.Grammar;

/// <summary>A thing, an animal or a person that sentences can speak about.</summary>
/// <param name="Chinese">The Chinese word.</param>
/// <param name="Classifier">Its measure word, or empty where Chinese does not count it.</param>
/// <param name="Container">The English word for the measure ("cup", "pair") where English needs one as well.</param>
/// <param name="Singular">The English singular; empty for "shoes" and the like.</param>
/// <param name="Plural">The English plural; empty for "tea" and the like.</param>
/// <param name="Kind">What it is: decides which adjectives and verbs fit.</param>
internal sealed record Noun(
    string Chinese, string Classifier, string Container, string Singular, string Plural, string Kind)
{
    public bool IsMass => Plural.Length == 0;

    public bool IsPair => Singular.Length == 0;

    /// <summary>The English for the kind as such: "books", "tea", "shoes".</summary>
    public string Generic => IsMass ? Singular : Plural;
}

/// <summary>A verb with the kinds of things it is done to and the places where one does it.</summary>
internal sealed record Verb(
    string Chinese, string Base, string Past, string Participle, string[] Objects, string[] Sites, bool Habitual,
    bool IsIntended);

/// <summary>An adjective; the Chinese attribute takes 的 unless it is a plain syllable.</summary>
internal sealed record Adjective(string Chinese, string English, string Comparative, string Superlative, string[] Kinds)
{
    public bool TakesDe => Chinese.Length > 1;
}

/// <summary>A place: English says "at school" but "in the park".</summary>
internal sealed record Place(string Chinese, string Preposition, string English, string Kind);

/// <summary>Any fixed expression of the two languages: names, times, languages, colours.</summary>
internal sealed record Pairing(string Chinese, string English);
