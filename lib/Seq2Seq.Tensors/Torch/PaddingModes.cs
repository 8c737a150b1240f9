namespace Seq2Seq.Tensors;

/// <summary>What stands outside a tensor's borders.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The mirrored inside, without the border itself.</summary>
    Reflect = 1,

    /// <summary>The border, repeated.</summary>
    Replicate = 2,

    /// <summary>The other end.</summary>
    Circular = 3,

    /// <summary>One number.</summary>
    Constant = 4,
}
