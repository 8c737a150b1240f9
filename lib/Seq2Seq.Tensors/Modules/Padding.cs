namespace Seq2Seq.Tensors;

/// <summary>How a convolution treats the ends.</summary>
public enum Padding
{
    /// <summary>Kernels stay inside: the result is shorter.</summary>
    Valid = 0,

    /// <summary>The ends are padded so that the size stays.</summary>
    Same = 1,
}
