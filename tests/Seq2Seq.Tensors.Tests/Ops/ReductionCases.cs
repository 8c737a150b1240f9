namespace Seq2Seq.Tensors.Tests.Ops;

public sealed class ReductionCases : IGradientCases
{
    private static readonly long[][] s_shapes = [[2, 3], [1, 1], [3, 1], [2, 3, 4]];

    public IEnumerable<GradientCase> Cases =>
    [
        .. On("sum", x => x.sum(), [[], [0], .. s_shapes]),
        .. On("sum dim", x => x.sum(1), [[2, 0], .. s_shapes]),
        .. On("sum first", x => x.sum(0), [[0, 2], .. s_shapes]),
        .. On("sum dims", x => x.sum([0, -1], keepdim: true), s_shapes),
        .. On("mean", x => x.mean(), [[], .. s_shapes]),
        .. On("mean dims", x => x.mean([-1], keepdim: true), s_shapes),
        .. On("prod", x => x.prod(), [[], [3], .. s_shapes[..3]]),
        .. On("prod dim", x => x.prod(1), s_shapes),
        .. On("prod zeros", x => (x * torch.tensor([0.0, 1, 1]).to(x.dtype)).prod(1), [[2, 3]]),
        .. On("max", x => x.max(), [[], .. s_shapes]),
        .. On("min", x => x.min(), [[], .. s_shapes]),
        .. On("max dim", x => x.max(1).values, s_shapes),
        .. On("min dim", x => x.min(0, keepdim: true).values, s_shapes),
        .. On("amax", x => x.amax([0, 1]), s_shapes),
        .. On("amin", x => x.amin([-1], keepdim: true), s_shapes),
        .. On("var", x => x.var(), [[2, 3], [4]]),
        .. On("var dim", x => x.var(0, unbiased: false, keepdim: true), s_shapes),
        .. On("std", x => x.std(), [[2, 3], [4]]),
        .. On("std dims", x => x.std((0, 1)), [[2, 3], [2, 3, 4]]),
        .. On("norm", x => x.norm(), [[], .. s_shapes]),
        .. On("norm dim", x => x.norm(1, keepdim: true), s_shapes),
        .. On("norm one", x => x.norm(1f), s_shapes),
        .. On("norm three", x => x.norm(0, false, 3), s_shapes),
        .. On("norm infinity", x => x.norm(float.PositiveInfinity), s_shapes),
        .. On("norm count", x => x.norm(0f) + x.sum(), s_shapes),
        .. On("logsumexp", x => x.logsumexp(1), s_shapes),
        .. On("logsumexp first", x => x.logsumexp(0, keepdim: true), s_shapes),
        .. On("softmax", x => x.softmax(-1), [[], [3], [0, 3], .. s_shapes]),
        .. On("softmax first", x => x.softmax(0), s_shapes),
        .. On("log_softmax", x => x.log_softmax(-1), [[], [3], [0, 3], .. s_shapes]),
        .. On("log_softmax first", x => torch.nn.functional.log_softmax(x, 0), s_shapes),
        .. On("normalize", x => torch.nn.functional.normalize(x), s_shapes),
        new("cosine_similarity", x => torch.nn.functional.cosine_similarity(x[0], x[1]), [[2, 3], [2, 3]]),
    ];

    private static IEnumerable<GradientCase> On(string name, Func<torch.Tensor, torch.Tensor> f, long[][] shapes) =>
        shapes.Select(shape => new GradientCase(name, x => f(x[0]), [shape]));
}
