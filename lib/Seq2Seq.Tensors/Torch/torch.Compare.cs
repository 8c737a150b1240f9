namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Is left equal to right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>Is left different from right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>Is left less than right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>Is left at most right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Is left greater than right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>Is left at least right, element by element?</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>True where not a number.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where infinite.</summary>
    /// <param name="tensor">The tensor.</param>
    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    /// <summary>True where finite.</summary>
    /// <param name="tensor">The tensor.</param>
    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    /// <summary>Not, of truth values (others: true unless zero).</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>And, of truth values (others: true unless zero).</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>Or, of truth values (others: true unless zero).</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>Either but not both, of truth values (others: true unless zero).</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    /// <summary>And of truth values, or bit by bit of integers.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);

    /// <summary>Or of truth values, or bit by bit of integers.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);

    /// <summary>Exclusive or of truth values, or bit by bit of integers.</summary>
    /// <param name="left">The tensor.</param>
    /// <param name="right">The other.</param>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);

    /// <summary>Not, of truth values, or bit by bit of integers.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>Are all elements nearly equal: |a − b| ≤ atol + rtol · |b|?</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="target">The other.</param>
    /// <param name="rtol">The relative tolerance.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="equal_nan">Are two NaN equal?</param>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>Nearly equal, element by element: |a − b| ≤ atol + rtol · |b|?</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="other">The other.</param>
    /// <param name="rtol">The relative tolerance.</param>
    /// <param name="atol">The absolute tolerance.</param>
    /// <param name="nanEqual">Are two NaN equal?</param>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);
}
