using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>y = (x − mean) / √(variance + eps) · weight + bias, over the last dimensions of each example.</summary>
/// <remarks>Ba et al. 2016. The variance is the biased one.</remarks>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    internal LayerNorm(long[] shape, double eps, bool elementwiseAffine, bool hasBias, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (normalized_shape, this.eps, elementwise_affine) = (shape.ToArray(), eps, elementwiseAffine);
        if (elementwiseAffine)
            RegisterWeight("weight", ones(shape, dtype: dtype));
        if (elementwiseAffine && hasBias)
            RegisterWeight("bias", zeros(shape, dtype: dtype));
    }

    /// <summary>The sizes of the dimensions that are normalised together.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a weight.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>The scale, or null.</summary>
    public Parameter? weight
    {
        get => OwnParameter("weight");
        set => ReplaceParameter("weight", value);
    }

    /// <summary>The offset, or null.</summary>
    public Parameter? bias
    {
        get => OwnParameter("bias");
        set => ReplaceParameter("bias", value);
    }

    /// <summary>Sets weight to ones and bias to zeros.</summary>
    public void reset_parameters()
    {
        if (weight is not null)
            nn.init.ones_(weight);
        if (bias is not null)
            nn.init.zeros_(bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
