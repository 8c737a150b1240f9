using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>Rows of a table; the gradient is added row by row in the order of the lookups.</summary>
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

        if (weight.dim() != 2)
            throw new TensorException($"embedding: 'weight' must be a matrix, got {Show.Of(weight.shape)}.");
        var rows = indices.to(ScalarType.Int64).flatten();
        var numbers = rows.data<long>().ToArray();
        foreach (var row in numbers)
        {
            if (row < 0 || row >= weight.size(0))
            {
                throw new TensorException(
                    $"embedding: index out of range in self: {row}, but the table has {weight.size(0)} rows, counted from 0.");
            }
        }

        if (maxNorm is { } limit)
            Shorten(weight, numbers.Distinct().ToArray(), limit, normType);
        Tensor picked;
        using (no_grad())
            picked = weight.index_select(0, rows);
        if (Tensor.Records(weight))
        {
            using var dense = rows.Dense();
            new EmbeddingOp(weight, dense, padding ?? -1, scaleByFrequency ? Shares(numbers) : null).Attach(picked);
        }

        return picked.reshape([.. indices.shape, weight.size(1)]);
    }

    // One over how often the row comes.
    private static double[] Shares(long[] numbers)
    {
        var counts = numbers.CountBy(number => number).ToDictionary();
        return [.. numbers.Select(number => 1.0 / counts[number])];
    }

    private static void Shorten(Tensor weight, long[] rows, double limit, double normType)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var number in rows)
        {
            var row = weight[number];
            var norm = Math.Pow(row.abs().pow(normType).sum().ToDouble(), 1 / normType);
            if (norm > limit)
                row.mul_(limit / (norm + 1e-7));
        }
    }
}
