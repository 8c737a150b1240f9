namespace Seq2Seq.Tensors;

/// <summary>A tensor's place in the graph, shared by every handle of the same tensor.</summary>
internal class AutogradMeta
{
    public GradientSlot? Slot { get; set; }
}

/// <summary>The place of a view: which elements of which base it shows; needed when one of them is changed in place.</summary>
internal sealed class ViewOfBase(AutogradMeta root, Geometry rootGeometry, Geometry geometry, torch.ScalarType type) : AutogradMeta
{
    public AutogradMeta Root { get; } = root;

    public Geometry RootGeometry { get; } = rootGeometry;

    public Geometry Geometry { get; } = geometry;

    public torch.ScalarType Type { get; } = type;

    /// <summary>The base's slot when the view's own slot was recorded; another one now means the base was changed.</summary>
    public GradientSlot? SeenRootSlot { get; set; } = root.Slot;
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
