using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Slides kernels along a sequence: (B, C, L) → (B, out, L').</summary>
public sealed class Conv1d : Convolution
{
    private readonly bool _same;

    internal Conv1d(ConvolutionGeometry geometry, bool same, bool bias, ScalarType? dtype)
        : base(nameof(Conv1d), geometry, bias, dtype) => _same = same;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Batched(input, spatial: 1, Convolve);

    private Tensor Convolve(Tensor input)
    {
        if (_same)
        {
            var total = Geometry.SamePadding(0);
            input = nn.functional.pad(input, (total / 2, total - (total / 2)));
        }

        return nn.functional.conv1d(
            input, weight, bias, Geometry.Stride[0], Geometry.Padding[0], Geometry.Dilation[0], Geometry.Groups);
    }
}
