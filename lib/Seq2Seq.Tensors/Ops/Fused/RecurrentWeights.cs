using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>W (gates · H, I), U (gates · H, H) and their biases (gates · H), or null.</summary>
internal readonly record struct RecurrentWeights(Tensor Input, Tensor Hidden, Tensor? InputBias, Tensor? HiddenBias)
{
    /// <summary>Room for those of each direction.</summary>
    [System.Runtime.CompilerServices.InlineArray(2)]
    public struct Directions
    {
        private RecurrentWeights _first;
    }
}
