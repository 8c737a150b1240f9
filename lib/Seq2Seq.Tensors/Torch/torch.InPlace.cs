namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>this += target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor add_(Tensor input, Tensor target) => input.add_(target);

    /// <summary>this += alpha · target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add_(Tensor input, Tensor target, Scalar alpha) => input.add_(target, alpha);

    /// <summary>this += scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="scalar">The number.</param>
    public static Tensor add_(Tensor input, Scalar scalar) => input.add_(scalar);

    /// <summary>this += alpha · scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="scalar">The number.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add_(Tensor input, Scalar scalar, Scalar alpha) => input.add_(scalar, alpha);

    /// <summary>this −= target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor sub_(Tensor input, Tensor target) => input.sub_(target);

    /// <summary>this −= scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor sub_(Tensor input, Scalar target) => input.sub_(target);

    /// <summary>this *= target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor mul_(Tensor input, Tensor target) => input.mul_(target);

    /// <summary>this *= target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor mul_(Tensor input, Scalar target) => input.mul_(target);

    /// <summary>this /= target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div_(Tensor input, Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
        input.div_(target, rounding_mode);

    /// <summary>this /= target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div_(Tensor input, Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
        input.div_(target, rounding_mode);

    /// <summary>this = this to a power.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="exponent">The power.</param>
    public static Tensor pow_(Tensor input, Scalar exponent) => input.pow_(exponent);

    /// <summary>this = −this.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>this = eᵗʰⁱˢ.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>this = ln this.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>this = √this.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>this = |this|.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>this = tanh this.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>this = 1 / (1 + e⁻ᵗʰⁱˢ).</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>this = max(this, 0).</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor relu_(Tensor input) => input.relu_();

    /// <summary>this kept within bounds.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound, if any.</param>
    /// <param name="max">The upper bound, if any.</param>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);
}
