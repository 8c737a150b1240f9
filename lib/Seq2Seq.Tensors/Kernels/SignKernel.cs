using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>y = −1, 0 or 1 by the sign of x, element by element. Its derivative is zero.</summary>
internal static class SignKernel
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => Elementwise.Map<Function>(x, y);

    public static void Forward(ReadOnlySpan<double> x, Span<double> y) => Elementwise.Map<Function>(x, y);

    private readonly struct Function : IFunction1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Apply<V>(V a)
            where V : unmanaged, IVector<V> => V.Select(V.Greater(a, V.Constant(0)), V.Constant(1), V.Select(V.Greater(V.Constant(0), a), V.Constant(-1), a));
    }
}
