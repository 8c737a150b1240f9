namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Is this equal to the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor eq(Tensor input, Tensor target) => input.eq(target);

    /// <summary>Is this equal to the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor eq(Tensor input, Scalar target) => input.eq(target);

    /// <summary>Is this different from the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor ne(Tensor input, Tensor target) => input.ne(target);

    /// <summary>Is this different from the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor ne(Tensor input, Scalar target) => input.ne(target);

    /// <summary>Is this less than the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor lt(Tensor input, Tensor target) => input.lt(target);

    /// <summary>Is this less than the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor lt(Tensor input, Scalar target) => input.lt(target);

    /// <summary>Is this at most the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor le(Tensor input, Tensor target) => input.le(target);

    /// <summary>Is this at most the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor le(Tensor input, Scalar target) => input.le(target);

    /// <summary>Is this greater than the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor gt(Tensor input, Tensor target) => input.gt(target);

    /// <summary>Is this greater than the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor gt(Tensor input, Scalar target) => input.gt(target);

    /// <summary>Is this at least the other, element by element?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static Tensor ge(Tensor input, Tensor target) => input.ge(target);

    /// <summary>Is this at least the number?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The number.</param>
    public static Tensor ge(Tensor input, Scalar target) => input.ge(target);

    /// <summary>True where not a number.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where infinite.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>True where finite.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>Not, of truth values (others: true unless zero).</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>And, of truth values (others: true unless zero).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor logical_and(Tensor input, Tensor other) => input.logical_and(other);

    /// <summary>Or, of truth values (others: true unless zero).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor logical_or(Tensor input, Tensor other) => input.logical_or(other);

    /// <summary>Either but not both, of truth values (others: true unless zero).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor logical_xor(Tensor input, Tensor other) => input.logical_xor(other);

    /// <summary>And of truth values, or bit by bit of integers.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor bitwise_and(Tensor input, Tensor other) => input.bitwise_and(other);

    /// <summary>Or of truth values, or bit by bit of integers.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor bitwise_or(Tensor input, Tensor other) => input.bitwise_or(other);

    /// <summary>Exclusive or of truth values, or bit by bit of integers.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    public static Tensor bitwise_xor(Tensor input, Tensor other) => input.bitwise_xor(other);

    /// <summary>Not, of truth values, or bit by bit of integers.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>Are all elements nearly equal: |a − b| ≤ atol + rtol · |b|?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    /// <param name="rtol">The relative tolerance.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="equal_nan">Are two NaN equal?</param>
    public static bool allclose(Tensor input, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        input.allclose(target, rtol, atol, equal_nan);

    /// <summary>Nearly equal, element by element: |a − b| ≤ atol + rtol · |b|?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The other.</param>
    /// <param name="rtol">The relative tolerance.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="nanEqual">Are two NaN equal?</param>
    public static Tensor isclose(Tensor input, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        input.isclose(other, rtol, atol, nanEqual);

    /// <summary>Same shape and same elements?</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The other.</param>
    public static bool equal(Tensor input, Tensor target) => input.equal(target);
}
