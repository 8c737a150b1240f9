using System.Globalization;

namespace Seq2Seq.Text;

/// <summary>How much of a text a vocabulary holds.</summary>
/// <param name="Tokens">Running tokens of the text.</param>
/// <param name="CoveredTokens">Those among them that the vocabulary holds.</param>
/// <param name="Types">Different tokens of the text.</param>
/// <param name="Missing">Those that the vocabulary lacks, the most frequent first.</param>
public sealed record CoverageReport(long Tokens, long CoveredTokens, int Types, IReadOnlyList<TokenCount> Missing)
{
    /// <summary>Covered share of the running tokens, 0 to 1.</summary>
    public double TokenCoverage => Tokens == 0 ? 1 : (double)CoveredTokens / Tokens;

    /// <summary>Covered share of the different tokens, 0 to 1.</summary>
    public double TypeCoverage => Types == 0 ? 1 : (double)(Types - Missing.Count) / Types;

    /// <summary>Share of the running tokens that are out of vocabulary, 0 to 1.</summary>
    public double OutOfVocabularyRate => 1 - TokenCoverage;

    /// <summary>One line, with the five most frequent missing tokens.</summary>
    public override string ToString()
    {
        var missing = Missing.Count == 0 ? "nothing missing"
            : "missing: " + string.Join(", ", Missing.Take(5).Select(token => token.Token))
            + (Missing.Count > 5 ? $" and {Missing.Count - 5} more" : "");
        return string.Create(CultureInfo.InvariantCulture,
            $"{CoveredTokens} of {Tokens} tokens ({100 * TokenCoverage:0.0} %), {Types - Missing.Count} of {Types} types ({100 * TypeCoverage:0.0} %); {missing}");
    }
}
