namespace Seq2Seq.Tensors;

/// <summary>The place of a view: which elements of which base it shows; needed when one of them is changed in place.</summary>
internal readonly record struct ViewOfBase(Geometry Base, Geometry Own, torch.ScalarType Type)
{
    /// <summary>How many elements memory must have to hold both.</summary>
    public long Room => Math.Max(Base.End, Own.End);
}

/// <summary>Shape, strides and offset, in elements of the storage.</summary>
internal readonly record struct Geometry(long[] Sizes, long[] Strides, long Offset)
{
    /// <summary>One past the last storage element it touches.</summary>
    public long End
    {
        get
        {
            var last = Offset;
            for (var i = 0; i < Sizes.Length; i++)
            {
                if (Sizes[i] == 0)
                    return Offset;
                last += (Sizes[i] - 1) * Strides[i];
            }

            return last + 1;
        }
    }
}
