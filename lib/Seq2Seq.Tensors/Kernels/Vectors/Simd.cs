using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>Runs a loop over numbers in the widest vectors for as long as they fit, then one by one: the same bits either way.</summary>
internal static class Simd
{
    /// <summary>Runs <paramref name="body"/> over 0 ... length - 1 of floats or, when <paramref name="isDouble"/>, doubles.</summary>
    /// <param name="body">The loop.</param>
    /// <param name="length">How many numbers.</param>
    /// <param name="isDouble">Of which type.</param>
    /// <param name="lead">So many floats come one by one before the first vector.</param>
    public static void Run<TBody>(ref TBody body, nint length, bool isDouble = false, nint lead = 0)
        where TBody : struct, IRangeBody
    {
        if (isDouble)
        {
            body.Run<Double1>(0, length);
            return;
        }

        var width = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;
        lead = Math.Min(lead, length);
        var whole = lead + (length - lead) / width * width;
        if (lead > 0)
            body.Run<Float1>(0, lead);
        if (whole > lead)
        {
            if (Vector512.IsHardwareAccelerated)
                body.Run<Float16>(lead, whole);
            else if (Vector256.IsHardwareAccelerated)
                body.Run<Float8>(lead, whole);
            else if (Vector128.IsHardwareAccelerated)
                body.Run<Float4>(lead, whole);
            else
                body.Run<Float1>(lead, whole);
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
