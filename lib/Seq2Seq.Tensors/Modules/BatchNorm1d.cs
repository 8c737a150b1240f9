using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Batch normalisation of (B, C) or (B, C, L), per channel C.</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(long features, double eps, double? momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
        : base(nameof(BatchNorm1d), features, eps, momentum, affine, trackRunningStats, dtype)
    {
    }

    private protected override void CheckDimensions(Tensor input)
    {
        if (input.dim() is not (2 or 3))
            throw new ArgumentException($"expected 2D or 3D input, but got {input.dim()}D input.");
    }
}
