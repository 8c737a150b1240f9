using Seq2Seq.Tensors.Tests.Ops;
using static Seq2Seq.Tensors.torch.nn.functional;

namespace Seq2Seq.Tensors.Tests.Modules;

/// <summary>What the fused attention and embedding can be asked for beyond the plain cases.</summary>
public sealed class AttentionCases : IGradientCases
{
    public IEnumerable<GradientCase> Cases =>
    [
        new("scaled_dot_product_attention learnt mask", x => scaled_dot_product_attention(x[0], x[1], x[2], x[3]), [[2, 3, 4], [2, 5, 4], [2, 5, 2], [3, 5]]),
        new("scaled_dot_product_attention shared keys", x => scaled_dot_product_attention(x[0], x[1], x[2]), [[2, 3, 4], [1, 5, 4], [1, 5, 2]]),
        new("scaled_dot_product_attention masks of each", x => scaled_dot_product_attention(x[0], x[1], x[2], Masks), [[2, 1, 2, 4], [2, 1, 3, 4], [2, 1, 3, 4]]),
        new("scaled_dot_product_attention dropped", Dropped, [[2, 3, 4], [2, 5, 4], [2, 5, 2]]),
    ];

    private static torch.Tensor Masks => torch.tensor([true, false, true, true, true, false]).reshape(2, 1, 1, 3);

    private static torch.Tensor Dropped(torch.Tensor[] x)
    {
        torch.manual_seed(3);
        return scaled_dot_product_attention(x[0], x[1], x[2], p: 0.4);
    }
}
