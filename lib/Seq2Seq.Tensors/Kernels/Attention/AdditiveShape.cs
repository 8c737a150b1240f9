namespace Seq2Seq.Tensors;

/// <summary>Sizes of additive attention: B sequences of Positions keys, Queries queries each, both Hidden wide.</summary>
internal readonly record struct AdditiveShape(int Batch, int Queries, int Positions, int Hidden)
{
    /// <summary>Weights in all.</summary>
    public long Weights => (long)Batch * Queries * Positions;
}
