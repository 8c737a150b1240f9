using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Fresh weights for the built-in modules.</summary>
internal static class WeightDraw
{
    /// <summary>U(−bound, bound).</summary>
    public static Tensor Uniform(long[] shape, double bound, ScalarType? dtype)
    {
        using var _ = no_grad();
        return empty(shape, dtype: dtype).uniform_(-bound, bound);
    }

    /// <summary>N(0, 1).</summary>
    public static Tensor Normal(long[] shape, ScalarType? dtype)
    {
        using var _ = no_grad();
        return empty(shape, dtype: dtype).normal_();
    }
}
