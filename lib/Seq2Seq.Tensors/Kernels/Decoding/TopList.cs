using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>The largest of what it is offered, in falling order, and where they stand; of equal ones the one offered earlier comes first.</summary>
internal unsafe struct TopList(float* values, long* ids, int count, float least)
{
    private int _held;

    /// <summary>What is smaller need not be offered.</summary>
    public float Least { get; private set; } = least;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(float y, long id)
    {
        if (y < Least || (_held == count && !(y > values[count - 1])))
            return;
        var at = _held < count ? _held++ : count - 1;
        for (; at > 0 && y > values[at - 1]; at--)
            (values[at], ids[at]) = (values[at - 1], ids[at - 1]);
        (values[at], ids[at]) = (y, id);
        if (_held == count && values[count - 1] > Least)
            Least = values[count - 1];
    }
}
