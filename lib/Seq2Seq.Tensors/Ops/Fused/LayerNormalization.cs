using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>(x − mean) / √(variance + eps) · weight + bias over the last dimensions.</summary>
internal static class LayerNormalization
{
    public static Tensor Run(Tensor input, int dimensions, Tensor? weight, Tensor? bias, double eps)
    {
        var last = Enumerable.Range(1, dimensions).Select(d => (long)-d).ToArray();
        var centred = input - input.mean(last, keepdim: true);
        var normal = centred * (centred.square().mean(last, keepdim: true) + eps).rsqrt();
        if (weight is not null)
            normal *= weight;
        return bias is null ? normal : normal + bias;
    }
}
