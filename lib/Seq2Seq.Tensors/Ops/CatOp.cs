namespace Seq2Seq.Tensors;

/// <summary>y = the inputs one after the other along a dimension.</summary>
internal sealed class CatOp(ReadOnlySpan<torch.Tensor> inputs, int dim) : Op(inputs)
{
    public override bool ReadsStrided => true;

    public override void Backward(torch.Tensor dy)
    {
        JoinedLinear.Prepare(this, dim, dy);
        var start = 0L;
        for (var i = 0; i < InputCount; i++)
        {
            var length = InputSizes(i)[dim];
            if (Wants(i))
                Accumulate(i, dy.narrow(dim, start, length));
            start += length;
        }
    }
}
