namespace Seq2Seq.Tensors;

/// <summary>Deals a long loop over numbers out to the workers.</summary>
internal static class Chunked
{
    private const int Parallel = 32768;
    private const int Length = 8192;

    /// <summary>Runs <paramref name="body"/> over 0 ... length - 1, in the widest vectors and on all workers.</summary>
    public static void Run<TBody>(ref TBody body, nint length, bool isDouble)
        where TBody : struct, IRangeBody
    {
        if (length < Parallel)
        {
            Simd.Run(ref body, length, isDouble);
            return;
        }

        var chunks = new Chunks<TBody>(body, length, isDouble);
        Workers.For((int)((length + Length - 1) / Length), ref chunks);
    }

    private readonly struct Chunks<TBody>(TBody body, nint length, bool isDouble) : IChunkBody
        where TBody : struct, IRangeBody
    {
        public void Run(int chunk)
        {
            var start = (nint)chunk * Length;
            var shifted = new Shifted<TBody>(body, start);
            Simd.Run(ref shifted, Math.Min(Length, length - start), isDouble);
        }
    }

    private readonly struct Shifted<TBody>(TBody body, nint start) : IRangeBody
        where TBody : struct, IRangeBody
    {
        public void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V> => body.Run<V>(start + from, start + to);
    }
}
