namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>this + target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor add(Tensor input, Tensor target) => input.add(target);

    /// <summary>this + alpha · target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add(Tensor input, Tensor target, Scalar alpha) => input.add(target, alpha);

    /// <summary>this + scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="scalar">The number.</param>
    public static Tensor add(Tensor input, Scalar scalar) => input.add(scalar);

    /// <summary>this + alpha · scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="scalar">The number.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor add(Tensor input, Scalar scalar, Scalar alpha) => input.add(scalar, alpha);

    /// <summary>this − target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor sub(Tensor input, Tensor target) => input.sub(target);

    /// <summary>this − alpha · target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    /// <param name="alpha">The factor.</param>
    public static Tensor sub(Tensor input, Tensor target, Scalar alpha) => input.sub(target, alpha);

    /// <summary>this − scalar.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="scalar">The number.</param>
    public static Tensor sub(Tensor input, Scalar scalar) => input.sub(scalar);

    /// <summary>this · target, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor mul(Tensor input, Tensor target) => input.mul(target);

    /// <summary>this · target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor mul(Tensor input, Scalar target) => input.mul(target);

    /// <summary>this / target, element by element; integers divide to floating point unless rounded.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div(Tensor input, Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
        input.div(target, rounding_mode);

    /// <summary>this / target; integers divide to floating point unless rounded.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    /// <param name="rounding_mode">How to round.</param>
    public static Tensor div(Tensor input, Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
        input.div(target, rounding_mode);

    /// <summary>this / target rounded down.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    public static Tensor floor_divide(Tensor input, Tensor target) => input.floor_divide(target);

    /// <summary>this / target rounded down.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    public static Tensor floor_divide(Tensor input, Scalar target) => input.floor_divide(target);

    /// <summary>The remainder of this / target, with the sign of target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    public static Tensor remainder(Tensor input, Tensor target) => input.remainder(target);

    /// <summary>The remainder of this / target, with the sign of target.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    public static Tensor remainder(Tensor input, Scalar target) => input.remainder(target);

    /// <summary>The remainder of this / target, with the sign of this.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The divisor.</param>
    public static Tensor fmod(Tensor input, Scalar target) => input.fmod(target);

    /// <summary>this to a power.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="exponent">The power.</param>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>this to a power, element by element.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="exponent">The powers.</param>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

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

    /// <summary>−this.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>−this.</summary>
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

    /// <summary>this + weight · (end − this).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="end">The other.</param>
    /// <param name="weight">0 gives this, 1 gives the other.</param>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
}
