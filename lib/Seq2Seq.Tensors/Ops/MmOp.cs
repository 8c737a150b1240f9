namespace Seq2Seq.Tensors;

/// <summary>y = a b, matrices (m, k) and (k, n).</summary>
internal sealed class MmOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    // da = dy bᵀ, db = aᵀ dy, added in place by the product itself.
    public override void Backward(torch.Tensor dy)
    {
        if (Wants(0))
        {
            using var transposed = Saved(1).Transposed();
            var da = Buffer(0, out var fresh);
            Multiplication.Add(dy, transposed, da, fresh);
        }

        if (Wants(1))
        {
            using var transposed = Saved(0).Transposed();
            var db = Buffer(1, out var fresh);
            Multiplication.Add(transposed, dy, db, fresh);
        }
    }
}
