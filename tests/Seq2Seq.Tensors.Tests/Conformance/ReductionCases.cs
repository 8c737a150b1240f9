namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/reductions.json.</summary>
internal static class ReductionCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["sum"] = t => [t.X.sum()],
        ["sum_bool"] = t => [t.X.sum()],
        ["sum_empty"] = t => [t.X.sum()],
        ["sum_dim"] = t => [t.X.sum(dim: 1)],
        ["sum_dim_keep"] = t => [t.X.sum(-1, keepdim: true)],
        ["sum_dims"] = t => [t.X.sum(new long[] { 0, 2 })],
        ["mean"] = t => [t.X.mean()],
        ["mean_dims"] = t => [t.X.mean([0, 2])],
        ["mean_dim_keep"] = t => [t.X.mean([1], keepdim: true)],
        ["prod"] = t => [t.X.prod()],
        ["prod_zero"] = t => [t.X.prod()],
        ["prod_dim"] = t => [t.X.prod(1)],
        ["max"] = t => [t.X.max()],
        ["max_ties"] = t => [t.X.max()],
        ["min"] = t => [t.X.min()],
        ["max_dim"] = t => Pair(t.X.max(1)),
        ["min_dim"] = t => Pair(t.X.min(-1)),
        ["argmax"] = t => [t.X.argmax()],
        ["argmax_dim"] = t => [t.X.argmax(1)],
        ["argmin_dim"] = t => [torch.argmin(t.X, -1)],
        ["var"] = t => [t.X.var()],
        ["var_biased"] = t => [t.X.var(unbiased: false)],
        ["std"] = t => [t.X.std()],
        ["norm"] = t => [t.X.norm()],
        ["norm_1"] = t => [t.X.norm(1f)],
        ["norm_dim"] = t => [t.X.norm(1, false, 2f)],
        ["all"] = t => [t.X.all()],
        ["any_dim"] = t => [t.X.any(1)],
        ["softmax"] = t => [t.X.softmax(1)],
        ["softmax_last"] = t => [nn.functional.softmax(t.X, -1)],
        ["log_softmax"] = t => [t.X.log_softmax(-1)],
        ["log_softmax_0"] = t => [nn.functional.log_softmax(t.X, 0)],
        ["logsumexp"] = t => [t.X.logsumexp(1)],
        ["logsumexp_keep"] = t => [t.X.logsumexp(-1, keepdim: true)],
        ["cumsum"] = t => [t.X.cumsum(1)],
        ["cumsum_long"] = t => [t.X.cumsum(0)],
    };

    private static Tensor[] Pair((Tensor, Tensor) both) => [both.Item1, both.Item2];
}
