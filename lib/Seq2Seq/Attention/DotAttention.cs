namespace Seq2Seq.Models;

/// <summary>Scores by the dot product; query and memory need the same size.</summary>
/// <remarks>
/// Luong et al. 2015, eq. 8 (dot): e = qᵀ k. Scaled by 1/√H it is the score of Vaswani et al. 2017, 3.2.1, which keeps the softmax from
/// saturating when H is large.
/// </remarks>
public sealed class DotAttention : Attention
{
    private readonly double _scale;

    /// <summary>Dot attention, <paramref name="scaled"/> or not.</summary>
    public DotAttention(long size, bool scaled = false) : base(nameof(DotAttention), size, size)
    {
        _scale = scaled ? 1 / Math.Sqrt(size) : 1;
        RegisterComponents();
    }

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage)
    {
        var scores = query.bmm(memory.Keys.transpose(1, 2));
        return _scale == 1 ? scores : scores * _scale;
    }
}
