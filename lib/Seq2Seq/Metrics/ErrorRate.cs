using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Metrics;

/// <summary>Word error rate and character error rate: edits per token of the reference. 0 is perfect, more than 1 is
/// possible.</summary>
/// <remarks>(S + D + I) / N, summed over the corpus. Of several references the one with the fewest edits
/// counts.</remarks>
public sealed class ErrorRate : Metric<ErrorRateScore>
{
    private readonly Func<string, string[]> _cut;

    private ErrorRate(string name, Func<string, string[]> cut)
    {
        Name = name;
        _cut = cut;
    }

    /// <summary>Word error rate: words are what white space parts.</summary>
    public static ErrorRate Words { get; } = new("WER", BleuTokeniser.Words);

    /// <summary>Character error rate; runs of spaces count as one, none at the ends.</summary>
    public static ErrorRate Characters { get; } = new(
        "CER",
        text => EditDistance.Characters(Normalisation.SingleSpaces(text)));

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool HigherIsBetter => false;

    /// <summary>Error rate over a tokeniser's tokens.</summary>
    public static ErrorRate Of(Tokeniser tokeniser)
    {
        ArgumentNullException.ThrowIfNull(tokeniser);
        return new ErrorRate("TokenER", tokeniser.Tokenise);
    }

    /// <inheritdoc/>
    public override string Signature(int references = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"nrefs:{CountName(references)}|{MetricScore.Version}");

    /// <summary>Substitutions, deletions (missing from the hypothesis), insertions (too much in it), tokens of the
    /// reference.</summary>
    public override double[] Statistics(string hypothesis, params IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(references);
        var tokens = _cut(hypothesis);
        return references.Select(_cut).Select(reference =>
        {
            var path = EditDistance.Path(reference, tokens);
            return (double[])[Count(Edit.Substitute), Count(Edit.Delete), Count(Edit.Insert), reference.Length];

            int Count(Edit kind) => path.Count(edit => edit == kind);
        }).MinBy(statistics => statistics[0] + statistics[1] + statistics[2])!;
    }

    private protected override ErrorRateScore Describe(ReadOnlySpan<double> sums, int references) =>
        new(Name, Signature(references), (long)sums[0], (long)sums[1], (long)sums[2], (long)sums[3]);
}

/// <summary>An error rate and its edits.</summary>
/// <param name="Name">WER or CER.</param>
/// <param name="Signature">The settings behind it.</param>
/// <param name="Substitutions">Wrong tokens.</param>
/// <param name="Deletions">Missing tokens.</param>
/// <param name="Insertions">Tokens too much.</param>
/// <param name="Tokens">Tokens of the references.</param>
public sealed record ErrorRateScore(
    string Name, string Signature, long Substitutions, long Deletions, long Insertions, long Tokens)
    : MetricScore(Name, Rate(Substitutions + Deletions + Insertions, Tokens), Signature)
{
    /// <summary>The rate and its edits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name} = {Value:0.0000} ({Substitutions} substituted, {Deletions} deleted, {Insertions} inserted, {Tokens} in the reference)");

    // Nothing to say and something said: all wrong.
    internal static double Rate(double edits, double tokens) => tokens > 0 ? edits / tokens : edits > 0 ? 1 : 0;
}
