namespace Seq2Seq.Tensors;

/// <summary>Where the windows of a convolution or pooling lie on images (batch, channels, height, width).</summary>
internal sealed class Windows
{
    public Windows(
        string operation,
        long[] sizes,
        (long Height, long Width) kernel,
        (long, long) stride,
        (long, long) padding,
        (long, long) dilation,
        bool ceil)
    {
        Operation = operation;
        (Batch, Channels, Height, Width) = ((int)sizes[0], (int)sizes[1], (int)sizes[2], (int)sizes[3]);
        (KernelHeight, KernelWidth) = ((int)kernel.Height, (int)kernel.Width);
        (StepDown, StepRight) = ((int)stride.Item1, (int)stride.Item2);
        (PadDown, PadRight) = ((int)padding.Item1, (int)padding.Item2);
        (GapDown, GapRight) = ((int)dilation.Item1, (int)dilation.Item2);
        if (KernelHeight < 1 || KernelWidth < 1 || StepDown < 1 || StepRight < 1 || GapDown < 1 || GapRight < 1 || PadDown < 0 || PadRight < 0)
            throw Throw.Bad($"{operation}: kernel, stride and dilation must be at least 1, padding at least 0");
        OutHeight = Count(Height, KernelHeight, StepDown, PadDown, GapDown, ceil);
        OutWidth = Count(Width, KernelWidth, StepRight, PadRight, GapRight, ceil);
        if (OutHeight < 1 || OutWidth < 1)
            throw Throw.Bad($"{operation}: a kernel of {KernelHeight} x {KernelWidth} does not fit an input of {Height} x {Width}; pad the input, or use a smaller kernel");
    }

    public string Operation { get; }

    public int Batch { get; }

    public int Channels { get; }

    public int Height { get; }

    public int Width { get; }

    public int KernelHeight { get; }

    public int KernelWidth { get; }

    public int StepDown { get; }

    public int StepRight { get; }

    public int PadDown { get; }

    public int PadRight { get; }

    public int GapDown { get; }

    public int GapRight { get; }

    public int OutHeight { get; }

    public int OutWidth { get; }

    public int KernelArea => KernelHeight * KernelWidth;

    public int OutArea => OutHeight * OutWidth;

    public void CheckKernel(long[] weight, long groups, long[]? bias)
    {
        if (groups < 1 || Channels % groups != 0 || weight[0] % groups != 0)
            throw Throw.Bad($"{Operation}: {groups} groups do not divide {Channels} input and {weight[0]} output channels");
        if (weight[1] * groups != Channels)
            throw Throw.Bad($"{Operation}: the weight {Throw.S(weight)} expects {weight[1] * groups} input channels, the input has {Channels}");
        if (bias is not null && (bias.Length != 1 || bias[0] != weight[0]))
            throw Throw.ExpectedShape(Operation, "the bias", [weight[0]], bias);
    }

    private static int Count(int size, int kernel, int step, int pad, int gap, bool ceil)
    {
        var room = size + (2 * pad) - (gap * (kernel - 1)) - 1;
        if (room < 0)
            return 0;
        var count = (ceil ? (room + step - 1) / step : room / step) + 1;

        // A last window must start inside the input or its left padding.
        return ceil && (count - 1) * step >= size + pad ? count - 1 : count;
    }
}
