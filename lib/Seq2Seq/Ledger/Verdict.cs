namespace Seq2Seq.Ledger;

/// <summary>What an experiment says about a claim.</summary>
public enum Verdict
{
    /// <summary>The experiment agrees with the claim.</summary>
    Holds,

    /// <summary>The claim holds only under a condition, which the evidence names.</summary>
    HoldsInPart,

    /// <summary>The experiment contradicts the claim.</summary>
    Fails,
}
