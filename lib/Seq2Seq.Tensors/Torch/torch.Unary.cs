namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>eˣ, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>ln x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>tanh x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>1 / (1 + e⁻ˣ), element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>√x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>1 / √x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>sin x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>cos x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>the error function, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>eˣ − 1, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>ln(1 + x), element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>1 / x, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>|x|, element by element.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>x², element by element.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>x kept within bounds.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound, if any.</param>
    /// <param name="max">The upper bound, if any.</param>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>x kept within bounds, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bounds, if any.</param>
    /// <param name="max">The upper bounds, if any.</param>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>At least min.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound.</param>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>At most max.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="max">The upper bound.</param>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>−1, 0 or 1.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>Rounded down.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Rounded up.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Rounded to the nearest integer, halves to the even one.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor round(Tensor input) => input.round();

    /// <summary>The fraction cut.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor trunc(Tensor input) => input.trunc();
}
