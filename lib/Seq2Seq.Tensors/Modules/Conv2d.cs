using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Slides kernels over an image: (B, C, H, W) → (B, out, H', W').</summary>
public sealed class Conv2d : Convolution
{
    private readonly bool _same;

    internal Conv2d(ConvolutionGeometry geometry, bool same, bool bias, ScalarType? dtype)
        : base(nameof(Conv2d), geometry, bias, dtype) => _same = same;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Batched(input, spatial: 2, Convolve);

    private Tensor Convolve(Tensor input)
    {
        if (_same)
        {
            var (rows, columns) = (Geometry.SamePadding(0), Geometry.SamePadding(1));
            input = nn.functional.pad(input, (columns / 2, columns - (columns / 2), rows / 2, rows - (rows / 2)));
        }

        return nn.functional.conv2d(
            input, weight, bias, Geometry.Stride, Geometry.Padding, Geometry.Dilation, Geometry.Groups);
    }
}
