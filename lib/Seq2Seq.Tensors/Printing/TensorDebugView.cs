using System.Diagnostics;

namespace Seq2Seq.Tensors;

/// <summary>What a debugger shows of a tensor.</summary>
internal sealed class TensorDebugView(torch.Tensor tensor)
{
    public long[] Shape => tensor.IsInvalid ? [] : tensor.shape;

    public torch.ScalarType? Type => tensor.IsInvalid ? null : tensor.dtype;

    public bool Disposed => tensor.IsInvalid;

    public bool RequiresGrad => !tensor.IsInvalid && tensor.requires_grad;

    public string MadeBy => tensor.IsInvalid ? "" : tensor.CurrentSlot?.Producer?.Name ?? "(leaf)";

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public string[] FirstValues => tensor.IsInvalid ? [] : [tensor.FirstValues(32)];
}
