namespace Seq2Seq.Tensors;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata = 0,

    /// <summary>Columns aligned, slices titled.</summary>
    Julia = 1,

    /// <summary>In brackets, long dimensions shortened.</summary>
    Numpy = 2,

    /// <summary>As an array initializer.</summary>
    CSharp = 3,

    /// <summary>What is set by <c>torch.set_printoptions</c>; Julia at first.</summary>
    Default = 4,
}
