namespace Seq2Seq.Text;

/// <summary>Cuts a text into tokens and puts tokens back together.</summary>
/// <remarks>Immutable once made, so one tokeniser may serve many threads. Every kind can be saved and loaded
/// again.</remarks>
public abstract class Tokeniser
{
    /// <summary>What happens to a text before it is cut.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Standard;

    /// <summary>The kind's name in a saved file.</summary>
    internal abstract string Kind { get; }

    /// <summary>The tokens of a text, in order. A text without any content has none.</summary>
    public string[] Tokenise(string text) => Split(Normalisation.Apply(text));

    /// <summary>The tokens of every text.</summary>
    public string[][] Tokenise(IEnumerable<string> texts) => [.. texts.Select(Tokenise)];

    /// <summary>The text that these tokens stand for. Byte tokens (<see cref="ByteFallback"/>) become characters
    /// again.</summary>
    public string Join(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Assemble(tokens);
    }

    /// <summary>Writes the tokeniser to a JSON file, in one atomic step.</summary>
    public void Save(string path) => TokeniserFile.Save(this, path);

    /// <summary>Reads a tokeniser that <see cref="Save"/> wrote. Nothing in the file is executed.</summary>
    public static Tokeniser Load(string path) => TokeniserFile.Load(path);

    /// <summary>Cuts a text that is in its normal form.</summary>
    private protected abstract string[] Split(string text);

    /// <summary>Puts tokens together.</summary>
    private protected abstract string Assemble(IReadOnlyList<string> tokens);
}
