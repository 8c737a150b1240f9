using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>Runs a loop over numbers in the widest vectors for as long as they fit, then one by one: the same bits either way.</summary>
internal static class Simd
{
    /// <summary>Runs <paramref name="body"/> over 0 ... length - 1 of floats or, when <paramref name="isDouble"/>, doubles.</summary>
    public static void Run<TBody>(ref TBody body, nint length, bool isDouble = false)
        where TBody : struct, IRangeBody
    {
        if (isDouble)
        {
            body.Run<Double1>(0, length);
            return;
        }

        var width = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;
        var whole = length / width * width;
        if (whole > 0)
        {
            if (Vector512.IsHardwareAccelerated)
                body.Run<Float16>(0, whole);
            else if (Vector256.IsHardwareAccelerated)
                body.Run<Float8>(0, whole);
            else if (Vector128.IsHardwareAccelerated)
                body.Run<Float4>(0, whole);
            else
                body.Run<Float1>(0, whole);
        }

        if (whole < length)
            body.Run<Float1>(whole, length);
    }
}

/// <summary>A loop over numbers that can run in any vector width.</summary>
internal interface IRangeBody
{
    /// <summary>Does numbers <paramref name="from"/> to <paramref name="to"/>, whole vectors of <typeparamref name="V"/>.</summary>
    void Run<V>(nint from, nint to)
        where V : unmanaged, IVector<V>;
}
