using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Asks for numbers of the row whose turn is next: rows of one step may lie far apart, which no processor foresees.</summary>
internal static unsafe class NextRow
{
    /// <summary>Column i of each of <paramref name="blocks"/> blocks of <paramref name="size"/> columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<V>(void* row, nint i, nint size, int blocks)
        where V : unmanaged, IVector<V>
    {
        for (var block = 0; block < blocks && Sse.IsSupported && !V.IsDouble; block++, i += size)
            Sse.Prefetch0((float*)row + i);
    }
}
