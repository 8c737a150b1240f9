using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>The k best of log_softmax(x Wᵀ + b) (+ offset): where no gradient is wanted, without ever writing the logits out.</summary>
internal static unsafe class LinearTop
{
    // Fewer multiplications than these are over before a packed weight pays.
    private const long LeastWork = 4096;

    public static (Tensor Values, Tensor Ids) Run(Tensor x, Tensor weight, Tensor? bias, int k, Tensor? offsets)
    {
        var (columns, features) = (weight.Sizes[0], weight.Sizes[1]);
        var rows = features == 0 ? 0 : x.Count / features;
        var isFused = LogSoftmaxTop.Serves(x.dtype, k, columns) && rows > 0 && rows * columns * features >= LeastWork
            && weight is Modules.Parameter { Contiguous: true } && bias is not { Contiguous: false }
            && !Tensor.Records(x, weight, bias, offsets) && LogSoftmaxTop.IsBelowInfinity(offsets);
        if (!isFused)
            return LogSoftmaxTop.Run(nn.functional.linear(x, weight, bias), k, offsets);
        using var input = x.Dense();
        using var added = offsets?.Dense();
        var packed = RecurrentLayer.Packed(weight, transposed: true)!;
        long[] sizes = [.. x.Sizes[..^1], k];
        var values = Tensor.Uninitialized(sizes, ScalarType.Float32);
        var ids = Tensor.Uninitialized(sizes, ScalarType.Int64);
        LinearTopKernel.Forward(
            RecurrentLayer.At<float>(input), packed, RecurrentLayer.At<float>(bias), RecurrentLayer.At<float>(added), (int)rows, k,
            RecurrentLayer.At<float>(values), RecurrentLayer.At<long>(ids));
        GC.KeepAlive(bias);
        return (values, ids);
    }
}
