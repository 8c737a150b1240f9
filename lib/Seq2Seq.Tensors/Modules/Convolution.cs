using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>A convolution: its weight (out, in / groups, kernel…), bias (out) and geometry.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, ConvolutionGeometry geometry, bool bias, ScalarType? dtype)
        : base(name)
    {
        geometry.Check(name);
        Geometry = geometry;
        var shape = new[] { geometry.OutChannels, geometry.InChannels / geometry.Groups }.Concat(geometry.Kernel).ToArray();
        var bound = 1 / Math.Sqrt(shape.Skip(1).Aggregate(1L, (product, size) => product * size));
        RegisterWeight("weight", WeightDraw.Uniform(shape, bound, dtype));
        if (bias)
            RegisterWeight("bias", WeightDraw.Uniform([geometry.OutChannels], bound, dtype));
    }

    private protected ConvolutionGeometry Geometry { get; }

    /// <summary>The kernels (out, in / groups, kernel…).</summary>
    public Parameter weight
    {
        get => OwnParameter("weight")!;
        set => ReplaceParameter("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The offset per output channel, or null.</summary>
    public Parameter? bias
    {
        get => OwnParameter("bias");
        set => ReplaceParameter("bias", value);
    }

    /// <summary>An input without a batch dimension gets one for the time of the call.</summary>
    private protected Tensor Batched(Tensor input, int spatial, Func<Tensor, Tensor> convolve)
    {
        if (input.dim() == spatial + 2 && input.size(1) == Geometry.InChannels)
            return convolve(input);
        if (input.dim() == spatial + 1 && input.size(0) == Geometry.InChannels)
            return convolve(input.unsqueeze(0)).squeeze(0);
        throw new ArgumentException(
            $"Expected {spatial + 1}D (unbatched) or {spatial + 2}D (batched) input with {Geometry.InChannels} channels to "
            + $"{GetName()}, got [{string.Join(", ", input.shape)}].");
    }
}
