using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>The largest value of each window along a sequence (B, C, L).</summary>
public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    private readonly (long Kernel, long? Stride, long? Padding, long? Dilation, bool Ceil) _window;

    internal MaxPool1d(long kernel, long? stride, long? padding, long? dilation, bool ceil)
        : base(nameof(MaxPool1d)) => _window = (kernel, stride, padding, dilation, ceil);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.max_pool1d(
        input, _window.Kernel, _window.Stride, _window.Padding, _window.Dilation, _window.Ceil);
}

/// <summary>The largest value of each window of an image (B, C, H, W).</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    private readonly ((long, long) Kernel, (long, long)? Stride, (long, long)? Padding, (long, long)? Dilation, bool Ceil) _window;

    internal MaxPool2d(
        (long, long) kernel, (long, long)? stride, (long, long)? padding, (long, long)? dilation, bool ceil)
        : base(nameof(MaxPool2d)) => _window = (kernel, stride, padding, dilation, ceil);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.max_pool2d(
        input, _window.Kernel, _window.Stride, _window.Padding, _window.Dilation, _window.Ceil);
}

/// <summary>The mean of each window along a sequence (B, C, L).</summary>
public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    private readonly (long Kernel, long? Stride) _window;

    internal AvgPool1d(long kernel, long? stride)
        : base(nameof(AvgPool1d)) => _window = (kernel, stride);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(input, _window.Kernel, _window.Stride);
}

/// <summary>The mean of each square window of an image (B, C, H, W).</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    private readonly (long Kernel, long? Stride) _window;

    internal AvgPool2d(long kernel, long? stride)
        : base(nameof(AvgPool2d)) => _window = (kernel, stride);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(input, _window.Kernel, _window.Stride);
}
