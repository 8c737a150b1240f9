using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>x · mask / (1 − p), the mask being 1 with probability 1 − p.</summary>
internal static class DropoutMask
{
    public static Tensor Apply(Tensor input, double p, bool inplace)
    {
        var mask = Draw(input, p);
        return inplace ? input.mul_(mask) : input * mask;
    }

    private static Tensor Draw(Tensor input, double p)
    {
        using var _ = no_grad();
        var mask = zeros_like(input);
        if (p < 1)
            mask.bernoulli_(1 - p).div_(1 - p);
        return mask;
    }
}
