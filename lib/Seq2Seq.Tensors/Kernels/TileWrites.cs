using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Where a finished tile of a matrix product goes.</summary>
internal unsafe interface ITileWrite
{
    static abstract void Write<V>(V value, void* c, nint i)
        where V : unmanaged, IVector<V>;
}

/// <summary>Into the caches, as ordinary stores do.</summary>
internal readonly unsafe struct IntoCaches : ITileWrite
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<V>(V value, void* c, nint i)
        where V : unmanaged, IVector<V> => V.Store(value, c, i);
}

/// <summary>Past them, see <see cref="Streaming"/>; addresses are multiples of a vector.</summary>
internal readonly unsafe struct PastCaches : ITileWrite
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<V>(V value, void* c, nint i)
        where V : unmanaged, IVector<V> => V.Stream(value, c, i);
}
