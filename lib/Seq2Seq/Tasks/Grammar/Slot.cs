namespace Seq2Seq.Tasks.Grammar;

/// <summary>A word in a sentence under construction with the links it takes part in.</summary>
internal sealed class Token(string text)
{
    public string Text { get; set; } = text;

    /// <summary>Two tokens that share one of these are surely linked.</summary>
    public HashSet<int> Sure { get; } = [];

    /// <summary>Function words: the link may be drawn, it need not.</summary>
    public HashSet<int> Possible { get; } = [];

    /// <summary>Labels by which a literal of the template can link to this token.</summary>
    public HashSet<int> Anchors { get; } = [];

    public Token Link(int id)
    {
        Sure.Add(id);
        return this;
    }

    public Token MayLink(int id)
    {
        Possible.Add(id);
        return this;
    }
}

/// <summary>A filled gap of a template: its Chinese, and its English in whatever form the template asks for.</summary>
internal sealed class Slot
{
    public required Func<string, IReadOnlyList<Token>> Chinese { get; init; }

    public required Func<string, Agreement, IReadOnlyList<Token>> English { get; init; }

    public Agreement Agreement { get; init; } = Agreement.Third;

    /// <summary>What the phrase is about: picks the adjectives that fit it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The head word, for slots that depend on this one.</summary>
    public object? Word { get; init; }

    /// <summary>Which words meet in this phrase ("喝|茶"): the unit of what a test set can hold out.</summary>
    public IReadOnlyList<string> Combinations { get; init; } = [];

    /// <summary>True when the verb agrees with a first or second person ("I", "you", "we").</summary>
    public bool IsSpeechRole { get; init; }
}
