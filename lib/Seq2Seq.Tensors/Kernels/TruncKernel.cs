using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = x without its fraction, element by element. Its derivative is zero.</summary>
internal static class TruncKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<Function>(x, y);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Truncate(a);
    }
}
