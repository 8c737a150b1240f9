namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>In-place forms, on a value in the middle of a graph and on a view of one.</summary>
public sealed class InPlaceCases : IGradientCases
{
    public IEnumerable<GradientCase> Cases =>
    [
        .. Both("add_", (y, b) => y.add_(b)),
        .. Both("add_ number", (y, _) => y.add_(2)),
        .. Both("add_ scaled", (y, b) => y.add_(b, 0.5)),
        .. Both("sub_", (y, b) => y.sub_(b)),
        .. Both("mul_", (y, b) => y.mul_(b)),
        .. Both("mul_ number", (y, _) => y.mul_(3)),
        .. Both("div_", (y, b) => y.div_(b)),
        .. Both("pow_", (y, _) => y.pow_(3)),
        .. Both("neg_", (y, _) => y.neg_()),
        .. Both("exp_", (y, _) => y.exp_()),
        .. Both("log_", (y, _) => y.square().log_()),
        .. Both("sqrt_", (y, _) => y.square().sqrt_()),
        .. Both("abs_", (y, _) => y.abs_()),
        .. Both("tanh_", (y, _) => y.tanh_()),
        .. Both("sigmoid_", (y, _) => y.sigmoid_()),
        .. Both("relu_", (y, _) => y.relu_()),
        .. Both("clamp_", (y, _) => y.clamp_(-1, 2)),
        .. Both("fill_", (y, _) => y.fill_(2)),
        .. Both("zero_", (y, _) => y.zero_()),
        .. Both("copy_", (y, b) => y.copy_(b)),
        .. Both("masked_fill_", (y, _) => y.masked_fill_(torch.tensor(new[] { true, false, true }), 2)),
        .. Both("index_fill_", (y, _) => y.index_fill_(0, torch.tensor([1L]), 2)),
        .. Both("index_add_", (y, b) => y.index_add_(0, torch.tensor([1L]), b.narrow(0, 0, 1), 0.5)),
        .. Both("scatter_", (y, b) => y.scatter_(1, torch.tensor([0L, 1L], 2, 1), b)),
        .. Both("scatter_add_", (y, b) => y.scatter_add_(1, torch.tensor([0L, 0L, 1L, 1L], 2, 2), b)),
        .. Both("index_put_", (y, b) => y.index_put_(b.select(0, 0), torch.TensorIndex.Single(1))),
        .. Both("index_put_ tensors", (y, b) => y.index_put_(b.select(0, 0), torch.tensor([1L]))),
        .. Both("index_put_ accumulate", (y, b) => y.index_put_(b, [torch.tensor([1L, 1L])], accumulate: true)),
        .. Both("index_put_ mask", (y, b) => { y[y.detach().gt(0)] = b.sum(); return y; }),
        new("add_ into an empty buffer", x => { var buffer = torch.zeros([3, 2], x[0].dtype); buffer[1] = x[0]; buffer[1..].add_(x[1]); return buffer * buffer; }, [[2], [2]]),
        new("mul_ seen by another view", x => { var y = x[0] * 1; var row = y[0]; y.mul_(2); return row * row; }, [[2, 3]]),
        new("add_ seen by the base", x => { var y = x[0] * 1; y.t()[0].add_(x[1]); return y * y; }, [[2, 3], [2]]),
    ];

    private static IEnumerable<GradientCase> Both(string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> change)
    {
        yield return new GradientCase(name, x => Whole(x, change), [[2, 3], [2, 3]]);
        yield return new GradientCase(name + " on a view", x => View(x, change), [[4, 3], [2, 3]]);
    }

    private static torch.Tensor Whole(torch.Tensor[] x, Func<torch.Tensor, torch.Tensor, torch.Tensor> change)
    {
        var y = x[0] * 1;
        return change(y, x[1]) * y + x[1];
    }

    private static torch.Tensor View(torch.Tensor[] x, Func<torch.Tensor, torch.Tensor, torch.Tensor> change)
    {
        var y = x[0] * 1;
        var changed = change(y[1..3], x[1]);
        return torch.cat([y * y, changed, x[1] * y[..2]]);
    }
}
