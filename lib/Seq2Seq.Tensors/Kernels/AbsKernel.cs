using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = |x|, element by element.</summary>
internal static class AbsKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · sign x.
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx) =>
        Elementwise.Map<Derivative>(x, dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Abs(a);
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + V.Select(V.Greater(s, V.Constant(0)), dy, V.Select(V.Greater(V.Constant(0), s), -dy, V.Constant(0)));
    }
}
