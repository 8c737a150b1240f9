namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>left += right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <summary>left += alpha · right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>left += right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <summary>left += alpha · right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>left −= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <summary>left −= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <summary>left *= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>left *= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>left /= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <summary>left /= right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <summary>left = left to a power.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="exponent">The power.</param>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <summary>input = −input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>input = exp input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>input = ln input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>input = √input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>input = |input|.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>input = tanh input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>input = 1 / (1 + exp −input).</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>input kept within bounds.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="min">The lower bound, if any.</param>
    /// <param name="max">The upper bound, if any.</param>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);
}
