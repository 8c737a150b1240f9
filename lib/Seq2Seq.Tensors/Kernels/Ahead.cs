using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Numbers that the second cache should hold when they are wanted, asked for so many bytes at every step of k.</summary>
internal unsafe struct Ahead(void* from, nint step)
{
    private byte* _from = (byte*)from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next()
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(_from);
        _from += step;
    }

    /// <summary>Where it stands after so many steps.</summary>
    public readonly Ahead After(int steps) => new(_from + steps * step, step);
}
