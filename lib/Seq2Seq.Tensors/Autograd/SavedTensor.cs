namespace Seq2Seq.Tensors;

/// <summary>A tensor kept for the backward pass, with its version at that time.</summary>
internal readonly struct SavedTensor : IDisposable
{
    private readonly torch.Tensor _tensor;
    private readonly int _version;

    public SavedTensor(torch.Tensor tensor)
    {
        // An own handle without a place in the graph: it outlives the user's, and keeps no cycle alive.
        _tensor = tensor.Handle();
        _version = tensor.Storage.Version;
    }

    public torch.Tensor Get(Op operation)
    {
        var now = _tensor.Storage.Version;
        return now == _version ? _tensor : throw Throw.ModifiedInPlace(operation.Name, _tensor, now - _version);
    }

    public void Dispose() => _tensor.Dispose();
}
