namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>left + right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>left + alpha · right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary>left + right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>left + alpha · right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary>left − right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>left − right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>left · right, element by element.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>left · right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The number.</param>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>left / right, element by element; integers divide to floating point unless rounded.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <summary>left / right; integers divide to floating point unless rounded.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div(right, rounding_mode);

    /// <summary>left / other rounded down.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The divisor.</param>
    public static Tensor floor_divide(Tensor input, Tensor other) => input.floor_divide(other);

    /// <summary>The remainder of left / right, with the sign of right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    public static Tensor remainder(Tensor left, Tensor right) => left.remainder(right);

    /// <summary>The remainder of left / right, with the sign of right.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    public static Tensor remainder(Tensor left, Scalar right) => left.remainder(right);

    /// <summary>The remainder of left / right, with the sign of left.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The divisor.</param>
    public static Tensor fmod(Tensor left, Scalar right) => left.fmod(right);

    /// <summary>left to a power.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="exponent">The power.</param>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>left to a power, element by element.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="exponent">The powers.</param>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>The larger of two, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>The larger of two, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <summary>The smaller of two, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <summary>−input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>−input.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>a + value · b · c.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="tensor1">b.</param>
    /// <param name="tensor2">c.</param>
    /// <param name="value">The factor.</param>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcmul(tensor1, tensor2, value);

    /// <summary>a + value · b / c.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="tensor1">b.</param>
    /// <param name="tensor2">c.</param>
    /// <param name="value">The factor.</param>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcdiv(tensor1, tensor2, value);

    /// <summary>input + weight · (end − input).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="end">The other.</param>
    /// <param name="weight">0 gives input, 1 gives the other.</param>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
}
