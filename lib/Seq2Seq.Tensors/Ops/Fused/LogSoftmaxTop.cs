using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>The k best of log_softmax(x) (+ offset) over the last dimension: in one pass where no gradient is wanted, else composed.</summary>
internal static unsafe class LogSoftmaxTop
{
    public static (Tensor Values, Tensor Ids) Run(Tensor logits, int k, Tensor? offsets)
    {
        var columns = logits.Sizes[^1];
        var isFused = Serves(logits.dtype, k, columns) && !Tensor.Records(logits) && (offsets is null || !Tensor.Records(offsets))
            && IsBelowInfinity(offsets);
        if (!isFused)
            return Composed(logits, k, offsets);
        using var x = logits.Dense();
        using var added = offsets?.Dense();
        long[] sizes = [.. logits.Sizes[..^1], k];
        var values = Tensor.Uninitialized(sizes, ScalarType.Float32);
        var ids = Tensor.Uninitialized(sizes, ScalarType.Int64);
        LogSoftmaxTopKernel.Forward(
            (float*)x.Pointer, added is null ? null : (float*)added.Pointer, (int)(x.Count / columns), (int)columns, k,
            (float*)values.Pointer, (long*)ids.Pointer);
        return (values, ids);
    }

    /// <summary>True if rows of that many numbers are few passes' work.</summary>
    public static bool Serves(ScalarType type, int k, long columns) =>
        type == ScalarType.Float32 && k is > 0 and <= TopRow.MostAsked && k * 8 <= columns && columns <= int.MaxValue / 2;

    /// <summary>What NaN and infinity among the offsets do to the order, only the composition knows.</summary>
    public static bool IsBelowInfinity(Tensor? offsets)
    {
        if (offsets is null)
            return true;
        using var dense = offsets.Dense();
        return dense.Count == 0 || ReduceKernel.Max(dense.Span<float>()) < float.PositiveInfinity;
    }

    private static (Tensor Values, Tensor Ids) Composed(Tensor logits, int k, Tensor? offsets)
    {
        var y = logits.log_softmax(-1);
        return (offsets is null ? y : y + offsets.unsqueeze(-1)).topk(k, -1);
    }
}
