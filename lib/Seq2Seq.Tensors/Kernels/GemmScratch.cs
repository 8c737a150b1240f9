using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>A thread's own block for packed rows of A. One from a common pool would often lie in another core's cache.</summary>
internal sealed unsafe class GemmScratch
{
    [ThreadStatic]
    private static GemmScratch? s_own;

    private readonly float* _block = (float*)NativeMemory.AlignedAlloc((nuint)Gemm.LeftLength * sizeof(float), 64);

    ~GemmScratch() => NativeMemory.AlignedFree(_block);

    public static float* Own => (s_own ??= new GemmScratch())._block;
}
