namespace Seq2Seq.Text;

/// <summary>One token for each Unicode code point, spaces among them: nothing is lost, and nothing is unknown but a new
/// character.</summary>
public sealed class CharacterTokeniser : Tokeniser
{
    /// <summary>Keep spaces as tokens (then <c>Join(Tokenise(text))</c> is the text) or drop them.</summary>
    public bool KeepSpaces { get; init; } = true;

    internal override string Kind => "character";

    private protected override string[] Split(string text) =>
        [.. text.EnumerateRunes().Where(rune => KeepSpaces || Scripts.Of(rune) != Script.Space)
            .Select(rune => rune.ToString())];

    private protected override string Assemble(IReadOnlyList<string> tokens) =>
        string.Concat(ByteFallback.Restore(tokens));
}
