namespace Seq2Seq.Tensors;

/// <summary>y = x with its dimensions in another order.</summary>
internal sealed class PermuteOp(torch.Tensor x, long[] order) : Op([x])
{
    public override bool ReadsStrided => true;

    public override void Backward(torch.Tensor dy)
    {
        Span<long> back = stackalloc long[order.Length];
        for (var i = 0; i < order.Length; i++)
            back[(int)order[i]] = i;
        Accumulate(0, dy.Permute(back));
    }
}
