using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>The memory behind tensors. Views share it; the last disposed handle gives it back, else the collector does.</summary>
internal sealed unsafe class Storage
{
    private readonly NativeBuffer? _buffer;
    private readonly PinnedArray? _pinned;
    private int _references = 1;

    private Storage(NativeBuffer buffer, long bytes)
    {
        _buffer = buffer;
        Pointer = buffer.Pointer;
        Bytes = bytes;
    }

    private Storage(PinnedArray pinned, long bytes)
    {
        _pinned = pinned;
        Pointer = pinned.Pointer;
        Bytes = bytes;
    }

    public byte* Pointer { get; private set; }

    public long Bytes { get; }

    /// <summary>Counts in-place changes, so that a backward pass notices when a saved tensor was overwritten.</summary>
    public int Version { get; set; }

    /// <summary>Handles that have not been disposed; handles left to the collector keep counting.</summary>
    public int References => Volatile.Read(ref _references);

    public static Storage Allocate(long bytes) => new(new NativeBuffer(bytes), bytes);

    /// <summary>Shares the memory of a managed array, which stays pinned as long as this lives.</summary>
    public static Storage Share(Array array, long bytes) => new(new PinnedArray(array), bytes);

    public void Retain() => Interlocked.Increment(ref _references);

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        Pointer = null;
        _buffer?.Dispose();
        _pinned?.Dispose();
    }

    private sealed class PinnedArray : IDisposable
    {
        private GCHandle _handle;

        public PinnedArray(Array array)
        {
            _handle = GCHandle.Alloc(array, GCHandleType.Pinned);
            Pointer = (byte*)_handle.AddrOfPinnedObject();
        }

        ~PinnedArray() => Free();

        public byte* Pointer { get; }

        public void Dispose()
        {
            Free();
            GC.SuppressFinalize(this);
        }

        private void Free()
        {
            if (_handle.IsAllocated)
                _handle.Free();
        }
    }
}
