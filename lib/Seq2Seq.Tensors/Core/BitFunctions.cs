using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>a and b, bit by bit.</summary>
internal readonly struct AndFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) & long.CreateTruncating(b));
}

/// <summary>a or b, bit by bit.</summary>
internal readonly struct OrFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) | long.CreateTruncating(b));
}

/// <summary>Either a or b, bit by bit.</summary>
internal readonly struct XorFunction : IArithmetic
{
    public static T Apply<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) ^ long.CreateTruncating(b));
}
