using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = −x, element by element.</summary>
internal static class NegKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) =>
        Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) =>
        Elementwise.Map<Function>(x, y);

    // dx += −dy.
    public static void Backward(ReadOnlySpan<float> dy, Span<float> dx) => Elementwise.Map<Derivative>(dy, dx, dx);

    public static void Backward(ReadOnlySpan<double> dy, Span<double> dx) => Elementwise.Map<Derivative>(dy, dx, dx);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => -a;
    }

    private readonly struct Derivative : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V dy, V dx)
            where V : unmanaged, IVector<V> => dx - dy;
    }
}
