using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

internal static partial class Elementwise
{
    /// <summary>y = f(a, b) with one number b.</summary>
    public static void MapRight<TFunction>(ReadOnlySpan<float> a, float b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2 => Map(a, y, new BoundRight<TFunction>(b, function));

    /// <summary>y = f(a, b) with one number a.</summary>
    public static void MapLeft<TFunction>(float a, ReadOnlySpan<float> b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2 => Map(b, y, new BoundLeft<TFunction>(a, function));

    /// <summary>y = f(a, b) with a and y (rows, columns) and b (columns).</summary>
    public static void MapRows<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        if (b.Length == 0)
            return;
        for (var i = 0; i < y.Length; i += b.Length)
            Map(a.Slice(i, b.Length), b, y.Slice(i, b.Length), function);
    }

    /// <summary>y = f(a, b) with a and y (rows, columns) and b (rows).</summary>
    public static void MapColumns<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        if (b.Length == 0)
            return;
        var columns = y.Length / b.Length;
        for (var row = 0; row < b.Length; row++)
            MapRight(a.Slice(row * columns, columns), b[row], y.Slice(row * columns, columns), function);
    }

    /// <summary>y = f(a, b) with one number b.</summary>
    public static void MapRight<TFunction>(ReadOnlySpan<double> a, double b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2 => Map(a, y, new BoundRight<TFunction>(b, function));

    /// <summary>y = f(a, b) with one number a.</summary>
    public static void MapLeft<TFunction>(double a, ReadOnlySpan<double> b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2 => Map(b, y, new BoundLeft<TFunction>(a, function));

    /// <summary>y = f(a, b) with a and y (rows, columns) and b (columns).</summary>
    public static void MapRows<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        if (b.Length == 0)
            return;
        for (var i = 0; i < y.Length; i += b.Length)
            Map(a.Slice(i, b.Length), b, y.Slice(i, b.Length), function);
    }

    /// <summary>y = f(a, b) with a and y (rows, columns) and b (rows).</summary>
    public static void MapColumns<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        if (b.Length == 0)
            return;
        var columns = y.Length / b.Length;
        for (var row = 0; row < b.Length; row++)
            MapRight(a.Slice(row * columns, columns), b[row], y.Slice(row * columns, columns), function);
    }

    private readonly struct BoundRight<TFunction>(double b, TFunction function) : IFunction1
        where TFunction : unmanaged, IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => function.Apply(a, V.Constant(b));
    }

    private readonly struct BoundLeft<TFunction>(double a, TFunction function) : IFunction1
        where TFunction : unmanaged, IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V b)
            where V : unmanaged, IVector<V> => function.Apply(V.Constant(a), b);
    }
}
