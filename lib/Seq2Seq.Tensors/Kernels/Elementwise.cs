namespace Seq2Seq.Tensors;

/// <summary>Applies a function of one, two or three numbers along spans.</summary>
internal static partial class Elementwise
{
    /// <summary>y = f(a).</summary>
    public static void Map<TFunction>(ReadOnlySpan<float> a, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction1
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i]);
    }

    /// <inheritdoc cref="Map{TFunction}(ReadOnlySpan{float}, Span{float}, TFunction)"/>
    public static void Map<TFunction>(ReadOnlySpan<double> a, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction1
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i]);
    }

    /// <summary>y = f(a, b).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i], b[i]);
    }

    /// <inheritdoc cref="Map{TFunction}(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, TFunction)"/>
    public static void Map<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction2
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i], b[i]);
    }

    /// <summary>y = f(a, b, c).</summary>
    public static void Map<TFunction>(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> y, TFunction function = default)
        where TFunction : unmanaged, IFunction3
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i], b[i], c[i]);
    }

    /// <inheritdoc cref="Map{TFunction}(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, TFunction)"/>
    public static void Map<TFunction>(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, Span<double> y, TFunction function = default)
        where TFunction : unmanaged, IFunction3
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = function.Apply(a[i], b[i], c[i]);
    }
}
