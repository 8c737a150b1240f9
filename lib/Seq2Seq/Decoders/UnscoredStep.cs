namespace Seq2Seq.Models;

/// <summary>A decoder's step short of its last layer, for who wants only the best scores.</summary>
/// <param name="Output">The last layer.</param>
/// <param name="Features">What it reads, (B, 1, F).</param>
/// <param name="State">What to go on with.</param>
/// <param name="Weights">Weights over the source, (B, 1, S); null for a decoder that has none.</param>
internal sealed record UnscoredStep(TokenOutput Output, Tensor Features, DecoderState State, Tensor? Weights)
{
    /// <summary>The whole step.</summary>
    public DecoderStep Scored() => new(Output.call(Features).squeeze(1), State, Weights?.squeeze(1));

    /// <inheritdoc cref="TokenOutput.Best"/>
    public (Tensor Values, Tensor Tokens)? Best(int count) => Output.Best(Features.squeeze(1), count);
}
