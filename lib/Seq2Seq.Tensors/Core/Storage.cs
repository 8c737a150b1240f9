using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>The memory behind tensors. Views share it; the last disposed handle gives it back, else the collector does.</summary>
/// <remarks>An object whose memory went back waits on its thread for the next tensor, so that a training step makes none.</remarks>
internal sealed unsafe class Storage
{
    private const int MostWaiting = 4096;

    [ThreadStatic]
    private static Storage? t_waiting;

    [ThreadStatic]
    private static int t_waitingCount;

    private Storage? _next;
    private int _bucket;
    private int _references = 1;
    private GCHandle _pinned;

    private Storage()
    {
    }

    ~Storage() => GiveBack();

    public byte* Pointer { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Counts in-place changes, so that a backward pass notices when a saved tensor was overwritten.</summary>
    public int Version { get; set; }

    /// <summary>Set where something is kept under this object's identity: it then serves one tensor only.</summary>
    public bool IsKey { get; set; }

    /// <summary>Handles that have not been disposed; handles left to the collector keep counting.</summary>
    public int References => Volatile.Read(ref _references);

    public static Storage Allocate(long bytes)
    {
        var storage = t_waiting;
        if (storage is null)
        {
            storage = new Storage();
        }
        else
        {
            t_waiting = storage._next;
            t_waitingCount--;
            storage._next = null;
            storage._references = 1;
        }

        storage.Bytes = bytes;
        storage.Pointer = NativePool.Rent(bytes, out storage._bucket);
        return storage;
    }

    /// <summary>Shares the memory of a managed array, which stays pinned as long as this lives.</summary>
    public static Storage Share(Array array, long bytes)
    {
        var storage = new Storage { Bytes = bytes, _pinned = GCHandle.Alloc(array, GCHandleType.Pinned) };
        storage.Pointer = (byte*)storage._pinned.AddrOfPinnedObject();
        return storage;
    }

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        GiveBack();
        if (IsKey || t_waitingCount >= MostWaiting)
            return;
        _next = t_waiting;
        t_waiting = this;
        t_waitingCount++;
    }

    private void GiveBack()
    {
        var block = Pointer;
        Pointer = null;
        if (_pinned.IsAllocated)
            _pinned.Free();
        else if (block != null)
            NativePool.Return(block, _bucket);
    }
}
