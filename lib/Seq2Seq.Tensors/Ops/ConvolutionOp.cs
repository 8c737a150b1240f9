namespace Seq2Seq.Tensors;

/// <summary>y = kernels slid over images, plus a bias for each kernel.</summary>
internal sealed class ConvolutionOp(torch.Tensor x, torch.Tensor weight, torch.Tensor? bias, Windows windows, int groups)
    : Op(bias is null ? [x, weight] : [x, weight, bias], saves: [x, weight])
{
    public override void Backward(torch.Tensor dy)
    {
        var (x, weight) = (Saved(0), Saved(1));

        // dW = dy columnsᵀ
        if (Wants(1))
        {
            using var columns = Convolution.Columns(x, windows);
            Convolution.ForEach(windows, groups, Buffer(1), columns, dy, (kernel, part, result) =>
            {
                using var back = part.Transposed();
                Multiplication.Add(result, back, kernel);
            });
        }

        // dcolumns = Wᵀ dy, added back to the places the columns came from.
        if (Wants(0))
        {
            var columns = torch.zeros([windows.Batch, windows.Channels * windows.KernelArea, windows.OutArea], dy.dtype);
            Convolution.ForEach(windows, groups, weight, columns, dy, (kernel, part, result) =>
            {
                using var back = kernel.Transposed();
                Multiplication.Add(back, result, part);
            });
            Convolution.AddColumns(columns, Buffer(0), windows);
        }

        if (InputCount > 2 && Wants(2))
            Accumulate(2, dy.sum([0, 2, 3]));
    }
}
