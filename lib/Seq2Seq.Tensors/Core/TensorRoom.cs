using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Room for a few tensors that needs no array.</summary>
[InlineArray(Length)]
internal struct TensorRoom
{
    public const int Length = 8;
    private torch.Tensor? _first;
}
