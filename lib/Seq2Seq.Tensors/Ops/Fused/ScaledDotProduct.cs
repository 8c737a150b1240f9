using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>softmax(q kᵀ / √E + mask) v over any leading dimensions.</summary>
internal static class ScaledDotProduct
{
    public static Tensor Run(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
    {
        Check(query, key, value);
        var alike = query.Sizes.AsSpan(..^2).SequenceEqual(key.Sizes.AsSpan(..^2))
            && key.Sizes.AsSpan(..^2).SequenceEqual(value.Sizes.AsSpan(..^2));
        if (!alike || (mask is not null && Tensor.Records(mask)))
            return Composed(query, key, value, mask, dropout, causal);
        var outer = Shapes.Known(query.Sizes.AsSpan(..^2));
        var result = ScaledDotProductOp.Run(
            Flat(query), Flat(key), Flat(value), Added(mask, outer, query.size(-2), key.size(-2), query.dtype), causal, dropout);
        return result.Reshape(Shapes.Join(outer, [query.size(-2), value.size(-1)]));
    }

    // (…, L, E) → (B, L, E)
    private static Tensor Flat(Tensor x) => x.reshape(-1, x.size(-2), x.size(-1)).contiguous();

    // What is added to the scores: one table for all, or one for each.
    private static Tensor? Added(Tensor? mask, long[] outer, long steps, long sources, ScalarType type)
    {
        if (mask is null)
            return null;
        using var _ = GradMode.Off();
        var numbers = mask.dtype == ScalarType.Bool
            ? zeros(mask.Sizes, dtype: type).masked_fill(mask.logical_not(), double.NegativeInfinity)
            : mask.detach().to(type);
        return numbers.dim() <= 2
            ? numbers.expand(steps, sources).contiguous()
            : numbers.expand(Shapes.Join(outer, [steps, sources])).reshape(-1, steps, sources).contiguous();
    }

    private static Tensor Composed(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
    {
        var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.size(-1));
        if (causal)
            mask = ones([query.size(-2), key.size(-2)], dtype: ScalarType.Bool).tril();
        if (mask is not null)
        {
            scores = mask.dtype == ScalarType.Bool
                ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                : scores + mask;
        }

        var weights = scores.softmax(-1);
        if (dropout > 0)
            weights = nn.functional.dropout(weights, dropout);
        return weights.matmul(value);
    }

    private static void Check(Tensor query, Tensor key, Tensor value)
    {
        if (query.dim() < 2 || key.dim() < 2 || value.dim() < 2
            || query.size(-1) != key.size(-1) || key.size(-2) != value.size(-2))
        {
            throw new TensorException(
                "scaled_dot_product_attention: expected query (..., T, E), key (..., S, E) and value (..., S, V), got "
                + $"{Show.Of(query.shape)}, {Show.Of(key.shape)}, {Show.Of(value.shape)}.");
        }

        if (query.dtype != key.dtype || key.dtype != value.dtype || !query.dtype.IsFloat())
        {
            throw new TensorException(
                "scaled_dot_product_attention: query, key and value must have one floating point type, got "
                + $"{query.dtype}, {key.dtype}, {value.dtype}; convert with to(dtype).");
        }
    }
}
