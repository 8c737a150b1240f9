using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Batch normalisation of (B, C, H, W), per channel C.</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long features, double eps, double? momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
        : base(nameof(BatchNorm2d), features, eps, momentum, affine, trackRunningStats, dtype)
    {
    }

    private protected override void CheckDimensions(Tensor input)
    {
        if (input.dim() != 4)
            throw new ArgumentException($"expected 4D input, but got {input.dim()}D input.");
    }
}
