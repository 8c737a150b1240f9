namespace Seq2Seq.Tensors;

/// <summary>y = a b for batches of matrices: a (B, m, k), b (B, k, n); a batch of 1 is used for all.</summary>
internal sealed class MatmulOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    // da = dy bᵀ, db = aᵀ dy
    public override void Backward(torch.Tensor dy)
    {
        if (Wants(0))
            Accumulate(0, Multiplication.Batched(dy, Saved(1).transpose(1, 2)));
        if (Wants(1))
            Accumulate(1, Multiplication.Batched(Saved(0).transpose(1, 2), dy));
    }
}
