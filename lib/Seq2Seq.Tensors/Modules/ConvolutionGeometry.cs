namespace Seq2Seq.Tensors.Modules;

/// <summary>Channels, kernel, stride, padding, dilation and groups of a convolution, one number per spatial dimension.</summary>
internal sealed record ConvolutionGeometry(
    long InChannels, long OutChannels, long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, long Groups)
{
    public void Check(string name)
    {
        if (InChannels <= 0 || OutChannels <= 0 || Kernel.Any(size => size <= 0))
        {
            throw new ArgumentException(
                $"{name}: channels and kernel must be positive, got {InChannels} in, {OutChannels} out, "
                + $"kernel [{string.Join(", ", Kernel)}].");
        }

        if (Groups <= 0 || InChannels % Groups != 0 || OutChannels % Groups != 0)
        {
            throw new ArgumentException(
                $"{name}: {Groups} groups do not divide {InChannels} input and {OutChannels} output channels; "
                + "use a common divisor.");
        }

        if (Stride.Any(step => step <= 0) || Dilation.Any(step => step <= 0) || Padding.Any(size => size < 0))
        {
            throw new ArgumentException(
                $"{name}: stride and dilation must be positive and padding not negative, got stride "
                + $"[{string.Join(", ", Stride)}], dilation [{string.Join(", ", Dilation)}], padding [{string.Join(", ", Padding)}].");
        }
    }

    /// <summary>The padding on both sides together that keeps the length at stride 1.</summary>
    public long SamePadding(int dimension) => Dilation[dimension] * (Kernel[dimension] - 1);
}
