using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>Threads that live as long as the process and share out the chunks of one job after another.</summary>
/// <remarks>
/// A job is one 64-bit word: generation, number of chunks, next chunk. Whoever raises the last part by compare-and-swap owns that
/// chunk. The caller claims like any worker, so a worker that is not scheduled costs nothing. An idle worker spins some
/// microseconds, yields, then parks. A call from within a job, or while another thread has one, runs its chunks itself.
/// </remarks>
internal static unsafe class Workers
{
    private const int ChunkBits = 20;
    private const long ChunkMask = (1L << ChunkBits) - 1;
    private const int SpinsBeforeYield = 300;
    private const int YieldsBeforePark = 40;

    // Two cache lines, so that claiming does not slow down counting.
    private static readonly long* Word = (long*)NativeMemory.AlignedAlloc(192, 64);
    private static readonly int* Done = (int*)(Word + 8);
    private static readonly SemaphoreSlim Bed = new(0);
    private static readonly Lock Gate = new();

    private static void* _body;
    private static delegate*<void*, int, void> _run;
    private static int _busy;
    private static int _parked;
    private static int _started;
    private static int _threadCount = Initial();

    static Workers()
    {
        *Word = 0;
        *Done = 0;
    }

    /// <summary>How many threads share the work, the caller included. At first SEQ2SEQ_NUM_THREADS, else the number of processors.</summary>
    public static int ThreadCount
    {
        get => Volatile.Read(ref _threadCount);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Volatile.Write(ref _threadCount, value);
        }
    }

    /// <summary>True while a job runs: another one would run on its caller's thread alone, so cutting it up would be in vain.</summary>
    public static bool IsBusy => Volatile.Read(ref _busy) != 0;

    /// <summary>Runs chunks 0 ... <paramref name="chunks"/> - 1 of <paramref name="body"/> and returns when all are done.</summary>
    /// <remarks><paramref name="body"/> must live on the stack.</remarks>
    public static void For<TBody>(int chunks, ref TBody body)
        where TBody : struct, IChunkBody
    {
        if (chunks <= 1 || chunks > ChunkMask || ThreadCount == 1 || Interlocked.Exchange(ref _busy, 1) != 0)
        {
            for (var chunk = 0; chunk < chunks; chunk++)
                body.Run(chunk);
            return;
        }

        if (_started < ThreadCount - 1)
            Start();
        _body = Unsafe.AsPointer(ref body);
        _run = &RunChunk<TBody>;
        Volatile.Write(ref *Done, 0);
        var generation = (*Word >> (2 * ChunkBits)) + 1;
        Interlocked.Exchange(ref *Word, (generation << (2 * ChunkBits)) | ((long)chunks << ChunkBits));
        if (Volatile.Read(ref _parked) > 0)
        {
            var sleeping = Interlocked.Exchange(ref _parked, 0);
            if (sleeping > 0)
                Bed.Release(sleeping);
        }

        var own = 0;
        while (TryClaim(out var chunk))
        {
            body.Run(chunk);
            own++;
        }

        Interlocked.Add(ref *Done, own);
        for (var spins = 0; Volatile.Read(ref *Done) != chunks; spins++)
        {
            if (spins < SpinsBeforeYield)
                Thread.SpinWait(4);
            else
                Thread.Yield();
        }

        Volatile.Write(ref _busy, 0);
    }

    private static void RunChunk<TBody>(void* body, int chunk)
        where TBody : struct, IChunkBody => Unsafe.AsRef<TBody>(body).Run(chunk);

    private static bool TryClaim(out int chunk)
    {
        while (true)
        {
            var word = Volatile.Read(ref *Word);
            chunk = (int)(word & ChunkMask);
            if (chunk >= ((word >> ChunkBits) & ChunkMask))
                return false;
            if (Interlocked.CompareExchange(ref *Word, word + 1, word) == word)
                return true;
        }
    }

    private static void Start()
    {
        lock (Gate)
        {
            while (_started < ThreadCount - 1)
            {
                var index = _started++;
                new Thread(() => Work(index)) { IsBackground = true, Name = $"tensor worker {index + 1}" }.Start();
            }
        }
    }

    private static void Work(int index)
    {
        for (var idle = 0; ;)
        {
            if (index < ThreadCount - 1 && TryClaim(out var chunk))
            {
                idle = 0;
                do
                {
                    _run(_body, chunk);
                    Interlocked.Increment(ref *Done);
                }
                while (TryClaim(out chunk));
            }
            else if (idle < SpinsBeforeYield && index < ThreadCount - 1)
            {
                idle++;
                Thread.SpinWait(8);
            }
            else if (idle < SpinsBeforeYield + YieldsBeforePark && index < ThreadCount - 1)
            {
                idle++;
                Thread.Yield();
            }
            else
            {
                Park(index);
                idle = 0;
            }
        }
    }

    // Whoever lowers _parked from a value that counts this worker decides: the caller (then a token comes) or the worker itself.
    private static void Park(int index)
    {
        Interlocked.Increment(ref _parked);
        if (index < ThreadCount - 1 && HasWork())
        {
            for (var parked = Volatile.Read(ref _parked); parked > 0; parked = Volatile.Read(ref _parked))
            {
                if (Interlocked.CompareExchange(ref _parked, parked - 1, parked) == parked)
                    return;
            }
        }

        Bed.Wait();
    }

    private static bool HasWork()
    {
        var word = Volatile.Read(ref *Word);
        return (word & ChunkMask) < ((word >> ChunkBits) & ChunkMask);
    }

    private static int Initial()
    {
        var wanted = Environment.GetEnvironmentVariable("SEQ2SEQ_NUM_THREADS");
        return int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : Environment.ProcessorCount;
    }
}
