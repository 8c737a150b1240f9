using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>−w[t] · input[t] for each row, and its mean Σ / Σ w[t].</summary>
internal static class NegativeLogLikelihood
{
    public static Tensor Of(
        Tensor input, Tensor target, Tensor? weight, long ignore, nn.Reduction reduction, string operation)
    {
        var rows = ClassRows.Of(input, target, weight, ignore, operation);
        var counts = rows.Targets.ne(ignore);
        var safe = rows.Targets.masked_fill(counts.logical_not(), 0);
        var picked = -rows.Rows.gather(1, safe.unsqueeze(1)).squeeze(1);
        var weights = RowWeights(rows.Rows, counts, safe, weight);
        var losses = picked.masked_fill(counts.logical_not(), 0) * weights;
        return Finish(losses, weights, rows.TargetShape, reduction);
    }

    /// <summary>The weight of each row's target; zero if it is ignored.</summary>
    public static Tensor RowWeights(Tensor rows, Tensor counts, Tensor safe, Tensor? weight)
    {
        var ones = counts.to(rows.dtype);
        return weight is null ? ones : weight.index_select(0, safe) * ones;
    }

    public static Tensor Finish(Tensor losses, Tensor weights, long[] shape, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.Sum => losses.sum(),
        nn.Reduction.Mean => losses.sum() / weights.sum(),
        _ => losses.reshape(shape),
    };
}
