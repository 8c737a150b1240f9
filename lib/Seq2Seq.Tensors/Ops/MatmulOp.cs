namespace Seq2Seq.Tensors;

/// <summary>y = a b for batches of matrices: a (B, m, k), b (B, k, n); a batch of 1 is used for all.</summary>
internal sealed class MatmulOp(torch.Tensor a, torch.Tensor b) : Op([a, b], saves: [a, b])
{
    public override bool ReadsStrided => true;

    // da = dy bᵀ, db = aᵀ dy
    public override void Backward(torch.Tensor dy)
    {
        if (Wants(0))
            Add(0, dy, Saved(1).transpose(1, 2));
        if (!Wants(1))
            return;
        var b = Saved(1);
        if (b.Sizes[0] == dy.Sizes[0] && b.Strides[1] == 1 && b.Sizes[2] > 1 && InputSlot(1) is { Producer: PermuteOp, Pending: null })
        {
            // b is another matrix turned over, whose gradient dyᵀ a lies as it does: the same products in the same order.
            Accumulate(1, Multiplication.Batched(dy.transpose(1, 2), Saved(0)).transpose(1, 2));
            return;
        }

        Add(1, Saved(0).transpose(1, 2), dy);
    }

    // A gradient is the product as a whole, or gets it added as a whole.
    private void Add(int i, torch.Tensor left, torch.Tensor right)
    {
        var items = InputSizes(i)[0];
        if (items > 0 && left.Sizes[0] == items && right.Sizes[0] == items)
        {
            var buffer = Buffer(i, out var fresh);
            Multiplication.AddBatched(left, right, buffer, fresh);
        }
        else
        {
            Accumulate(i, Multiplication.Batched(left, right));
        }
    }
}
