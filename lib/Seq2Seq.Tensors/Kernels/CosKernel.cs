using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = cos x, element by element.</summary>
internal static class CosKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += −dy · sin x.
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => VectorMath.Cos(a);
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + -dy * VectorMath.Sin(s);
    }
}
