namespace Seq2Seq.Tensors;

/// <summary>Deals chunks out from both ends: the caller takes the first, the other threads the last.</summary>
/// <remarks>
/// Which thread does what stays much the same from one operation to the next, so that it finds in its own cache what it wrote there.
/// </remarks>
internal static unsafe class BothEnds
{
    private const int Line = 64 / sizeof(int);

    /// <summary>As <see cref="Workers.For"/>.</summary>
    public static void For<TBody>(int chunks, ref TBody body)
        where TBody : struct, IChunkBody
    {
        // Each end counts on a cache line of its own.
        var taken = stackalloc int[3 * Line];
        taken[0] = taken[2 * Line] = 0;
        var dealt = new Dealt<TBody>(body, chunks, taken, Environment.CurrentManagedThreadId);
        Workers.For(chunks, ref dealt);
    }

    // As many chunks are run as there are, so the ends never cross.
    private readonly struct Dealt<TBody>(TBody body, int chunks, int* taken, int caller) : IChunkBody
        where TBody : struct, IChunkBody
    {
        public void Run(int chunk) =>
            body.Run(Environment.CurrentManagedThreadId == caller ? Interlocked.Increment(ref taken[0]) - 1 : chunks - Interlocked.Increment(ref taken[2 * Line]));
    }
}
