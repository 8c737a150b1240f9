using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>What <c>functional.embedding</c> does around the lookup itself: checks, max_norm, frequencies.</summary>
internal static class EmbeddingLookup
{
    public static Tensor Run(
        Tensor indices, Tensor weight, long? padding, double? maxNorm, double normType, bool scaleByFrequency)
    {
        if (indices.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new TensorException(
                "embedding: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
                + $"but got {indices.dtype} instead; use to(int64).");
        }

        if (weight.dim() != 2 || !weight.dtype.IsFloat())
        {
            throw new TensorException(
                $"embedding: 'weight' must be a floating point matrix (rows, dimensions), got {weight.dtype} {Show.Of(weight.shape)}.");
        }

        using var whole = indices.Cast(ScalarType.Int64);
        using var rows = whole.Dense();
        var bad = EmbeddingKernel.FirstBadIndex(rows.Span<long>(), weight.size(0));
        if (bad >= 0)
        {
            throw new TensorException(
                $"embedding: index out of range in self: {rows.Span<long>()[bad]}, but the table has {weight.size(0)} rows, "
                + "counted from 0.");
        }

        if (maxNorm is { } limit)
            Shorten(weight, [.. rows.Span<long>().ToArray().Distinct()], limit, normType);
        var shares = scaleByFrequency && Tensor.Records(weight) ? Shares(rows.Span<long>().ToArray(), weight.dtype) : null;
        var padded = padding < 0 ? padding + weight.size(0) : padding;
        return EmbeddingOp.Run(weight, rows, padded ?? -1, shares);
    }

    // One over how often the row comes.
    private static Tensor Shares(long[] numbers, ScalarType type)
    {
        var counts = numbers.CountBy(number => number).ToDictionary();
        return tensor(numbers.Select(number => 1.0 / counts[number]).ToArray(), dtype: type).unsqueeze(1);
    }

    private static void Shorten(Tensor weight, long[] rows, double limit, double normType)
    {
        using var _ = GradMode.Off();
        using var scope = DisposeScope.Reused();
        foreach (var number in rows)
        {
            var row = weight[number];
            var norm = row.norm((float)normType).ToDouble();
            if (norm > limit)
                row.mul_(limit / (norm + 1e-7));
        }
    }
}
