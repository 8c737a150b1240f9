namespace Seq2Seq.Ledger;

/// <summary>One row of the claims ledger: a claim, what was tried, what came out.</summary>
/// <param name="Claim">The claim's number in <see cref="Claims.All"/>.</param>
/// <param name="Notebook">The notebook that measured it, for example <c>10-attention</c>.</param>
/// <param name="Setting">Model, data and seeds, in one line.</param>
/// <param name="Evidence">The figures that the code produced, in one sentence.</param>
/// <param name="Verdict">What they say about the claim.</param>
public sealed record Finding(int Claim, string Notebook, string Setting, string Evidence, Verdict Verdict);
