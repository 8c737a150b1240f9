namespace Seq2Seq.Tensors;

/// <summary>The entry point of the engine, in the shape of TorchSharp's <c>torch</c>.</summary>
public static partial class torch
{
    /// <summary>An n-dimensional array with a device, an element type and, if asked, a gradient.</summary>
    public partial class Tensor
    {
    }
}
