using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

internal static unsafe partial class Philox
{
    private const int NormalBlock = 512;

    /// <summary>Normal with mean 0 and deviation 1, by Box and Muller: uniform values 2j and 2j + 1 give values 2j and 2j + 1.</summary>
    public static void Normal(Span<float> y, ulong seed, ulong offset)
    {
        var pairs = stackalloc float[NormalBlock];
        float* u = pairs, v = pairs + NormalBlock / 2;
        Span<float> uniform = stackalloc float[NormalBlock];
        for (var start = 0; start < y.Length; start += NormalBlock)
        {
            var count = Math.Min(NormalBlock, y.Length - start);
            Uniform(uniform, seed, offset + (ulong)(start / 4));
            for (var i = 0; i < NormalBlock / 2; i++)
                (u[i], v[i]) = (uniform[2 * i], uniform[2 * i + 1]);
            var body = new BoxMuller(u, v);
            Simd.Run(ref body, NormalBlock / 2);
            for (var i = 0; i < count; i++)
                y[start + i] = (i & 1) == 0 ? u[i / 2] : v[i / 2];
        }
    }

    /// <summary>Normal with mean 0 and deviation 1; n values take (2 n + 3) / 4 counters, rounded up to an even n.</summary>
    public static void Normal(Span<double> y, ulong seed, ulong offset)
    {
        const double Unit = 1.0 / (1L << 53);
        for (var i = 0; i < y.Length; i += 2)
        {
            // 1 − u is never 0, so its logarithm is finite.
            var radius = Math.Sqrt(-2 * DoubleMath.Log(1 - (LongWord(seed, offset, i) >> 11) * Unit));
            var angle = 2 * Math.PI * ((LongWord(seed, offset, i + 1) >> 11) * Unit);
            y[i] = radius * DoubleMath.Cos(angle);
            if (i + 1 < y.Length)
                y[i + 1] = radius * DoubleMath.Sin(angle);
        }
    }

    // (u, v) = √(−2 ln(1 − u)) · (cos 2πv, sin 2πv)
    private readonly struct BoxMuller(float* u, float* v) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V>
        {
            for (var j = from; j < to; j += V.Count)
            {
                var radius = V.Sqrt(V.Constant(-2) * VectorMath.Log(V.Constant(1) - V.Load(u, j)));

                // 4 v is exact, so the quarter turns are too.
                var turns = V.Constant(4) * V.Load(v, j);
                var quarter = V.Round(turns);
                var angle = (turns - quarter) * V.Constant(Math.PI / 2);
                V.Store(radius * VectorMath.SinOfTurned(angle, quarter + V.Constant(1)), u, j);
                V.Store(radius * VectorMath.SinOfTurned(angle, quarter), v, j);
            }
        }
    }
}
