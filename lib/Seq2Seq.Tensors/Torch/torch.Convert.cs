namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>A copy of the elements, contiguous, with a history.</summary>
    /// <param name="input">The tensor.</param>
    public static Tensor clone(Tensor input) => input.clone();
}
