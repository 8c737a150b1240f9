namespace Seq2Seq.Tensors;

/// <summary>Owns one block of <see cref="NativePool"/>; disposing gives it back, forgetting it leaves that to the finalizer.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private readonly int _bucket;
    private nint _block;

    /// <summary>Rents a block of at least <paramref name="bytes"/> bytes; its content is undefined unless <paramref name="clear"/>.</summary>
    public NativeBuffer(long bytes, bool clear = false)
    {
        ByteLength = bytes;
        _block = (nint)NativePool.Rent(bytes, out _bucket);
        if (clear)
            Clear();
    }

    ~NativeBuffer() => Release();

    /// <summary>The length that was asked for.</summary>
    public long ByteLength { get; }

    /// <summary>True once the block went back to the pool.</summary>
    public bool IsDisposed => _block == 0;

    /// <summary>Start of the block, 64-byte aligned.</summary>
    public byte* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_block == 0, this);
            return (byte*)_block;
        }
    }

    /// <summary>Sets every byte to zero.</summary>
    public void Clear()
    {
        var start = Pointer;
        for (long done = 0; done < ByteLength; done += int.MaxValue)
            new Span<byte>(start + done, (int)Math.Min(int.MaxValue, ByteLength - done)).Clear();
    }

    /// <summary>The block as a span of <paramref name="length"/> values, starting <paramref name="offset"/> values in.</summary>
    public Span<T> AsSpan<T>(long offset, int length)
        where T : unmanaged => new((T*)Pointer + offset, length);

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        var block = Interlocked.Exchange(ref _block, 0);
        if (block != 0)
            NativePool.Return((byte*)block, _bucket);
    }
}
