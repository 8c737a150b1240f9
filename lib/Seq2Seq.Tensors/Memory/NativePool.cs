using System.Numerics;
using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>Native blocks, aligned to 64 bytes, kept in free lists by size so that a training step reuses the last step's.</summary>
/// <remarks>A block's first word links it to the next free block of its size, so the lists themselves own no memory.</remarks>
internal static unsafe class NativePool
{
    private const int Alignment = 64;
    private const int SmallestLog = 6;
    private const int StepsPerDoubling = 4;
    private const int Buckets = (48 - SmallestLog) * StepsPerDoubling;
    private const long FirstCollection = 512L << 20;

    private static readonly nint[] FreeBlocks = new nint[Buckets];
    private static readonly Lock Gate = new();
    private static long _outstanding;
    private static long _peak;
    private static long _pooled;
    private static long _collectAbove = FirstCollection;

    /// <summary>Bytes in blocks that are rented and not yet returned.</summary>
    public static long OutstandingBytes => Volatile.Read(ref _outstanding);

    /// <summary>Bytes in blocks that wait in the free lists.</summary>
    public static long PooledBytes => Volatile.Read(ref _pooled);

    /// <summary>The largest value <see cref="OutstandingBytes"/> has had since <see cref="ResetPeak"/>.</summary>
    public static long PeakBytes => Volatile.Read(ref _peak);

    /// <summary>Starts a new measurement of <see cref="PeakBytes"/>.</summary>
    public static void ResetPeak()
    {
        lock (Gate)
            _peak = _outstanding;
    }

    /// <summary>A block of at least <paramref name="bytes"/> bytes, not cleared. <paramref name="bucket"/> is what Return needs.</summary>
    public static byte* Rent(long bytes, out int bucket)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        bucket = BucketOf(bytes);
        var size = SizeOf(bucket);
        if (Volatile.Read(ref _outstanding) + size > Volatile.Read(ref _collectAbove))
            CollectForgotten(size);
        lock (Gate)
        {
            _outstanding += size;
            _peak = Math.Max(_peak, _outstanding);
            var block = FreeBlocks[bucket];
            if (block != 0)
            {
                FreeBlocks[bucket] = *(nint*)block;
                _pooled -= size;
                return (byte*)block;
            }
        }

        return Allocate(size);
    }

    /// <summary>Gives a block back. The caller must not touch it again.</summary>
    public static void Return(byte* block, int bucket)
    {
        var size = SizeOf(bucket);
        lock (Gate)
        {
            *(nint*)block = FreeBlocks[bucket];
            FreeBlocks[bucket] = (nint)block;
            _outstanding -= size;
            _pooled += size;
        }
    }

    /// <summary>Returns every free block to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                for (var block = FreeBlocks[bucket]; block != 0;)
                {
                    var next = *(nint*)block;
                    NativeMemory.AlignedFree((void*)block);
                    block = next;
                }

                FreeBlocks[bucket] = 0;
            }

            _pooled = 0;
        }
    }

    // Four sizes per doubling: at most a quarter of a block is unused.
    internal static int BucketOf(long bytes)
    {
        if (bytes <= 1L << SmallestLog)
            return 0;
        var log = BitOperations.Log2((ulong)(bytes - 1));
        var quarter = (int)(((bytes - 1) >> (log - 2)) & 3);
        return (log - SmallestLog) * StepsPerDoubling + quarter + 1;
    }

    internal static long SizeOf(int bucket)
    {
        if (bucket == 0)
            return 1L << SmallestLog;
        var log = SmallestLog + (bucket - 1) / StepsPerDoubling;
        var quarter = (bucket - 1) % StepsPerDoubling;
        return (1L << log) + (quarter + 1) * (1L << (log - 2));
    }

    private static byte* Allocate(long size)
    {
        var isLarge = size >= HugePages.LeastBlock;
        var alignment = (nuint)(isLarge ? HugePages.PageSize : Alignment);
        byte* block;
        try
        {
            block = (byte*)NativeMemory.AlignedAlloc((nuint)size, alignment);
        }
        catch (OutOfMemoryException)
        {
            Trim();
            block = (byte*)NativeMemory.AlignedAlloc((nuint)size, alignment);
        }

        if (isLarge)
            HugePages.Wish(block, size);
        return block;
    }

    // Tensors that nobody disposed are freed by their finalizers, but a collector that sees only small
    // objects has no reason to run: ask for one whenever the outstanding memory has doubled.
    private static void CollectForgotten(long size)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Volatile.Write(ref _collectAbove, Math.Max(FirstCollection, 2 * (Volatile.Read(ref _outstanding) + size)));
    }
}
