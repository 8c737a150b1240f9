using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>softmax(q kᵀ / √E + mask) v.</summary>
internal static class ScaledDotProduct
{
    public static Tensor Run(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
    {
        var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.size(-1));
        if (causal)
            mask = arange(query.size(-2)).unsqueeze(1).ge(arange(key.size(-2)).unsqueeze(0));
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
}
