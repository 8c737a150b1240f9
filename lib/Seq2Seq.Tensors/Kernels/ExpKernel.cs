using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = eˣ, element by element.</summary>
internal static class ExpKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += dy · y; what a fresh dx holds is not read.
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) => Backward(y, dy, dx, fresh: false);

    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, bool fresh) =>
        Elementwise.Map<Derivative>(y, dy, fresh ? default : dx, dx);

    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx) => Backward(y, dy, dx, fresh: false);

    public static void Backward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx, bool fresh) =>
        Elementwise.Map<Derivative>(y, dy, fresh ? default : dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => VectorMath.Exp(a);
    }

    private readonly struct Derivative : IFunction3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V s, V dy, V dx)
            where V : unmanaged, IVector<V> => dx + dy * s;
    }
}
