using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>Copies of native memory, a long one by all workers.</summary>
internal static unsafe class NativeCopy
{
    private const long Parallel = 256 << 10;
    private const int Part = 64 << 10;

    // The runtime copies longer lines by the processor's own string instruction. On AMD's that falls to a fifteenth of its speed
    // (6 instead of 100 GB/s) where the target begins a few bytes behind the source, counted within a page.
    private const long LongLine = 2048;

    public static void Run(void* from, void* to, long bytes)
    {
        if (bytes < Parallel)
        {
            Line(from, to, bytes);
            return;
        }

        var body = new Parts((byte*)from, (byte*)to, bytes);
        Workers.For((int)((bytes + Part - 1) / Part), ref body);
    }

    /// <summary>On the caller's thread.</summary>
    public static void Line(void* from, void* to, long bytes)
    {
        if (bytes <= LongLine || !Vector256.IsHardwareAccelerated || Math.Abs((byte*)to - (byte*)from) < bytes)
            Buffer.MemoryCopy(from, to, bytes, bytes);
        else
            Vectors((byte*)from, (byte*)to, (nint)bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors(byte* from, byte* to, nint bytes)
    {
        // The last vectors may overlap those before: the source is not changed by them.
        var last = bytes - 128;
        for (nint i = 0; i < last; i += 128)
            Four(from + i, to + i);
        Four(from + last, to + last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(byte* from, byte* to)
    {
        Vector256<byte> v0 = Vector256.Load(from), v1 = Vector256.Load(from + 32), v2 = Vector256.Load(from + 64), v3 = Vector256.Load(from + 96);
        v0.Store(to);
        v1.Store(to + 32);
        v2.Store(to + 64);
        v3.Store(to + 96);
    }

    private readonly struct Parts(byte* from, byte* to, long bytes) : IChunkBody
    {
        public void Run(int chunk)
        {
            var start = (long)chunk * Part;
            Line(from + start, to + start, Math.Min(Part, bytes - start));
        }
    }
}
