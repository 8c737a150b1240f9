namespace Seq2Seq.Models;

/// <summary>Scores by a dot product after a learned map of the memory.</summary>
/// <remarks>Luong et al. 2015, eq. 8 (general): e = qᵀ W k.</remarks>
public sealed class GeneralAttention : Attention
{
    private readonly Linear key;

    /// <summary>General attention from M memory features to H query features.</summary>
    public GeneralAttention(long querySize, long memorySize) : base(nameof(GeneralAttention), querySize, memorySize)
    {
        key = nn.Linear(memorySize, querySize, hasBias: false);
        RegisterComponents();
    }

    /// <inheritdoc/>
    protected internal override Tensor Keys(Tensor memory) => key.call(memory);

    /// <inheritdoc/>
    protected internal override Tensor Scores(Tensor query, AttentionMemory memory, Tensor? coverage) =>
        query.bmm(memory.Keys.transpose(1, 2));
}
