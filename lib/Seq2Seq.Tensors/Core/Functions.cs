using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>An arithmetic function of two numbers of any element type.</summary>
internal interface IArithmetic
{
    static abstract T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>;

    static virtual BinaryKernel<float>? Single => null;

    static virtual BinaryKernel<double>? Real => null;

    static virtual ScalarKernel<float>? SingleScalar => null;

    static virtual ScalarKernel<double>? RealScalar => null;
}

/// <summary>A comparison of two numbers of any element type.</summary>
internal interface IComparison
{
    static abstract bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}

/// <summary>a + b.</summary>
internal readonly struct AddFunction : IArithmetic
{
    public static BinaryKernel<float>? Single { get; } = AddKernel.Forward;

    public static BinaryKernel<double>? Real { get; } = AddKernel.Forward;

    public static ScalarKernel<float>? SingleScalar { get; } = AddKernel.Forward;

    public static ScalarKernel<double>? RealScalar { get; } = AddKernel.Forward;

    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a + b;
}

/// <summary>a − b.</summary>
internal readonly struct SubFunction : IArithmetic
{
    public static BinaryKernel<float>? Single { get; } = SubKernel.Forward;

    public static BinaryKernel<double>? Real { get; } = SubKernel.Forward;

    public static ScalarKernel<float>? SingleScalar { get; } = SubKernel.Forward;

    public static ScalarKernel<double>? RealScalar { get; } = SubKernel.Forward;

    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a - b;
}

/// <summary>a · b.</summary>
internal readonly struct MulFunction : IArithmetic
{
    public static BinaryKernel<float>? Single { get; } = MulKernel.Forward;

    public static BinaryKernel<double>? Real { get; } = MulKernel.Forward;

    public static ScalarKernel<float>? SingleScalar { get; } = MulKernel.Forward;

    public static ScalarKernel<double>? RealScalar { get; } = MulKernel.Forward;

    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a * b;
}

/// <summary>a / b, of floating-point numbers.</summary>
internal readonly struct DivFunction : IArithmetic
{
    public static BinaryKernel<float>? Single { get; } = DivKernel.Forward;

    public static BinaryKernel<double>? Real { get; } = DivKernel.Forward;

    public static ScalarKernel<float>? SingleScalar { get; } = DivKernel.Forward;

    public static ScalarKernel<double>? RealScalar { get; } = DivKernel.Forward;

    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a / b;
}

/// <summary>a / b rounded down.</summary>
internal readonly struct FloorDivFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            return T.CreateTruncating(MathF.Floor(float.CreateTruncating(a / b)));
        if (typeof(T) == typeof(double))
            return T.CreateTruncating(Math.Floor(double.CreateTruncating(a / b)));
        if (T.IsZero(b))
            throw Throw.IntegerDivisionByZero("div");
        var quotient = a / b;
        return !T.IsZero(a - (quotient * b)) && T.IsNegative(a) != T.IsNegative(b) ? quotient - T.One : quotient;
    }
}

/// <summary>a / b with its fraction cut.</summary>
internal readonly struct TruncDivFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
            return T.CreateTruncating(MathF.Truncate(float.CreateTruncating(a / b)));
        if (typeof(T) == typeof(double))
            return T.CreateTruncating(Math.Truncate(double.CreateTruncating(a / b)));
        return T.IsZero(b) ? throw Throw.IntegerDivisionByZero("div") : a / b;
    }
}

/// <summary>The remainder of a / b with the sign of b.</summary>
internal readonly struct RemainderFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double) && T.IsZero(b))
            throw Throw.IntegerDivisionByZero("remainder");
        var rest = a % b;
        return !T.IsZero(rest) && T.IsNegative(rest) != T.IsNegative(b) ? rest + b : rest;
    }
}

/// <summary>The remainder of a / b with the sign of a.</summary>
internal readonly struct FmodFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> =>
        typeof(T) != typeof(float) && typeof(T) != typeof(double) && T.IsZero(b)
            ? throw Throw.IntegerDivisionByZero("fmod")
            : a % b;
}

/// <summary>The larger; NaN wins.</summary>
internal readonly struct MaximumFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.IsNaN(a) || a > b ? a : b;
}

/// <summary>The smaller; NaN wins.</summary>
internal readonly struct MinimumFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.IsNaN(a) || a < b ? a : b;
}

/// <summary>a to the power b.</summary>
internal readonly struct PowFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            return T.CreateTruncating(DoubleMath.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
        if (T.IsNegative(b))
            throw Throw.NegativeIntegerPower();
        var (result, factor) = (T.One, a);
        for (var n = long.CreateTruncating(b); n > 0; n >>= 1)
        {
            if ((n & 1) == 1)
                result *= factor;
            factor *= factor;
        }

        return result;
    }
}

/// <summary>a = b.</summary>
internal readonly struct EqualComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a == b;
}

/// <summary>a ≠ b.</summary>
internal readonly struct NotEqualComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a != b;
}

/// <summary>a &lt; b.</summary>
internal readonly struct LessComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a < b;
}

/// <summary>a ≤ b.</summary>
internal readonly struct LessOrEqualComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a <= b;
}

/// <summary>a &gt; b.</summary>
internal readonly struct GreaterComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a > b;
}

/// <summary>a ≥ b.</summary>
internal readonly struct GreaterOrEqualComparison : IComparison
{
    public static bool Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => a >= b;
}
