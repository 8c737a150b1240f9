using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = the next whole number at or above x, element by element. Its derivative is zero.</summary>
internal static class CeilKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<Function>(x, y);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Ceiling(a);
    }
}
