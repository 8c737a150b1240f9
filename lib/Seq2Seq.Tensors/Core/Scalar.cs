using System.Globalization;

namespace Seq2Seq.Tensors;

/// <summary>A plain number handed to a tensor operation; it does not decide the element type of the result.</summary>
public readonly struct Scalar : IDisposable
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(torch.ScalarType type, double real, long integer)
    {
        Type = type;
        _real = real;
        _integer = integer;
    }

    /// <summary>Int64 for integers, Float64 for floating point, Bool for truth values.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>Makes a scalar of an 8-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(byte value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>Makes a scalar of an 8-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(sbyte value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>Makes a scalar of a 16-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(short value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>Makes a scalar of a 32-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>Makes a scalar of a 64-bit integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>Makes a scalar of a 32-bit floating-point number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => new(torch.ScalarType.Float64, value, Truncate(value));

    /// <summary>Makes a scalar of a 64-bit floating-point number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value, Truncate(value));

    /// <summary>Makes a scalar of a truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    internal double Real => _real;

    internal long Integer => _integer;

    /// <summary>Does nothing: a scalar holds no native memory here. It exists because TorchSharp's does.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number as text, independent of the culture.</summary>
    public override string ToString() => Type switch
    {
        torch.ScalarType.Bool => this.ToBoolean() ? "True" : "False",
        torch.ScalarType.Int64 => _integer.ToString(CultureInfo.InvariantCulture),
        _ => _real.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The number in an element type.</summary>
    internal T To<T>()
        where T : unmanaged, System.Numerics.INumber<T> =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) ? T.CreateTruncating(_real) : ElementConversion.Integer<T>(_integer);

    // As libtorch on x64: NaN and everything out of range become the smallest integer.
    private static long Truncate(double value) =>
        double.IsNaN(value) || Math.Abs(value) >= 9223372036854775808.0 ? long.MinValue : (long)value;
}
