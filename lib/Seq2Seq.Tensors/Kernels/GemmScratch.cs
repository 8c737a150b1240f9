using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>A thread's own block for packed rows of A. One from a common pool would often lie in another core's cache.</summary>
internal sealed unsafe class GemmScratch
{
    private static long s_jobs;

    [ThreadStatic]
    private static GemmScratch? s_own;

    private readonly float* _block = (float*)NativeMemory.AlignedAlloc((nuint)Gemm.LeftLength * sizeof(float), 64);
    private long _job;

    ~GemmScratch() => NativeMemory.AlignedFree(_block);

    public static float* Own => (s_own ??= new GemmScratch())._block;

    /// <summary>A number for a product whose chunks share what a thread has packed.</summary>
    public static long NextJob() => Interlocked.Increment(ref s_jobs);

    /// <summary>Whether this thread has yet to pack for that product; it does so after asking.</summary>
    public static bool IsNewTo(long job)
    {
        var own = s_own!;
        var isNew = own._job != job;
        own._job = job;
        return isNew;
    }
}
