namespace Seq2Seq.Tensors.Tests.Ops;

public sealed class ProductCases : IGradientCases
{
    public IEnumerable<GradientCase> Cases =>
    [
        .. Pairs("mm", (a, b) => a.mm(b), [([2, 3], [3, 4]), ([1, 1], [1, 1]), ([0, 3], [3, 2]), ([2, 0], [0, 2])]),
        .. Pairs("bmm", (a, b) => a.bmm(b), [([2, 2, 3], [2, 3, 4]), ([1, 1, 1], [1, 1, 1]), ([0, 2, 3], [0, 3, 2])]),
        .. Pairs("matmul", (a, b) => a.matmul(b),
        [
            ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([2, 3], [3, 4]), ([2, 2, 3], [3, 4]), ([2, 3], [4, 3, 2]),
            ([2, 1, 2, 3], [3, 3, 2]), ([0, 2, 3], [3, 2]), ([1, 2, 3], [4, 3, 2]),
        ]),
        .. Pairs("mv", (a, b) => a.mv(b), [([2, 3], [3])]),
        .. Pairs("dot", (a, b) => a.dot(b), [([3], [3])]),
        .. Pairs("outer", (a, b) => a.outer(b), [([3], [2]), ([1], [1]), ([0], [2])]),
        .. Pairs("ger", torch.ger, [([3], [2])]),
        .. Pairs("einsum", (a, b) => torch.einsum("bij,bjk->bik", a, b), [([2, 2, 3], [2, 3, 2])]),
        .. Pairs("einsum outer", (a, b) => torch.einsum("i,j->ji", a, b), [([2], [3])]),
        .. Pairs("einsum mixed", (a, b) => torch.einsum("bhqd,bhkd->bhqk", a, b), [([2, 2, 3, 2], [2, 2, 4, 2])]),
        .. Pairs("einsum implicit", (a, b) => torch.einsum("...i,ij", a, b), [([2, 2, 3], [3, 2])]),
        new("einsum trace", x => torch.einsum("ii->", x[0]) + torch.einsum("ii->i", x[0]).sum(), [[3, 3]]),
        new("einsum three", x => torch.einsum("i,ij,j->", x[0], x[1], x[2]), [[2], [2, 3], [3]]),
        new("addmm", x => x[0].addmm(x[1], x[2], 0.5f, 2f), [[2, 4], [2, 3], [3, 4]]),
        new("baddbmm", x => x[0].baddbmm(x[1], x[2], 0.5f), [[2, 2, 4], [2, 2, 3], [2, 3, 4]]),
        new("addmv", x => x[0].addmv(x[1], x[2]), [[2], [2, 3], [3]]),
        new("linear", x => torch.nn.functional.linear(x[0], x[1], x[2]), [[2, 3], [4, 3], [4]]),
        new("linear batched", x => torch.nn.functional.linear(x[0], x[1], x[2]), [[2, 2, 3], [4, 3], [4]]),
        new("linear vector", x => torch.nn.functional.linear(x[0], x[1]), [[3], [4, 3]]),
        new("linear empty", x => torch.nn.functional.linear(x[0], x[1], x[2]), [[0, 3], [4, 3], [4]]),
        new("conv1d", x => torch.nn.functional.conv1d(x[0], x[1], x[2], stride: 2, padding: 1), [[2, 2, 5], [3, 2, 3], [3]]),
        new("conv1d dilated", x => torch.nn.functional.conv1d(x[0], x[1], dilation: 2, groups: 2), [[1, 4, 5], [2, 2, 2]]),
        new("conv1d single", x => torch.nn.functional.conv1d(x[0], x[1]), [[2, 4], [1, 2, 1]]),
        new("conv2d", x => torch.nn.functional.conv2d(x[0], x[1], x[2], [2, 1], [1, 0]), [[2, 2, 4, 3], [3, 2, 3, 2], [3]]),
        new("conv2d empty", x => torch.nn.functional.conv2d(x[0], x[1]), [[0, 2, 3, 3], [1, 2, 2, 2]]),
        new("max_pool1d", x => torch.nn.functional.max_pool1d(x[0], 2), [[2, 2, 5]]),
        new("max_pool2d", x => torch.nn.functional.max_pool2d(x[0], 2, 1, 1), [[1, 2, 3, 4]]),
        new("max_pool2d pair", x => torch.nn.functional.max_pool2d(x[0], (2, 3), (1, 2), ceil_mode: true), [[2, 1, 4, 6]]),
        new("avg_pool1d", x => torch.nn.functional.avg_pool1d(x[0], 2, 1), [[2, 2, 5]]),
        new("avg_pool2d", x => torch.nn.functional.avg_pool2d(x[0], 2), [[2, 2, 4, 5]]),
    ];

    private static IEnumerable<GradientCase> Pairs(
        string name, Func<torch.Tensor, torch.Tensor, torch.Tensor> f, (long[] A, long[] B)[] shapes) =>
        shapes.Select(pair => new GradientCase(name, x => f(x[0], x[1]), [pair.A, pair.B]));
}
