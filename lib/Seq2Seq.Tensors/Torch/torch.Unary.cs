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

    /// <summary>x Φ(x), exact, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor gelu(Tensor input) => input.gelu();

    /// <summary>the error function, element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>x σ(x), element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor silu(Tensor input) => input.silu();

    /// <summary>ln(1 + eˣ), element by element; integers give floating point.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor softplus(Tensor input) => input.softplus();

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

    /// <summary>max(x, 0), element by element.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>x where positive, else negative_slope · x.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="negative_slope">The slope below zero.</param>
    public static Tensor leaky_relu(Tensor input, Scalar negative_slope) => input.leaky_relu(negative_slope);

    /// <summary>x where positive, else alpha (eˣ − 1).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="alpha">The depth below zero.</param>
    public static Tensor elu(Tensor input, Scalar alpha) => input.elu(alpha);

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
