namespace Seq2Seq.Tensors;

/// <summary>A tensor kept for the backward pass, with its version at that time.</summary>
internal readonly struct SavedTensor
{
    private const int MostTensors = 8;
    private const int MostWaiting = 1024;

    [ThreadStatic]
    private static Stack<SavedTensor[]>[]? t_waiting;

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

    /// <summary>Room for so many, used before by an op that was released.</summary>
    public static SavedTensor[] Rent(int count) =>
        count == 0 ? [] : count <= MostTensors && Waiting(count).TryPop(out var room) ? room : new SavedTensor[count];

    /// <summary>Gives the tensors and their room back.</summary>
    public static void Return(SavedTensor[] room)
    {
        if (room.Length == 0)
            return;
        foreach (var saved in room)
            saved._tensor.Dispose();
        Array.Clear(room);
        if (room.Length <= MostTensors && Waiting(room.Length) is { Count: < MostWaiting } waiting)
            waiting.Push(room);
    }

    private static Stack<SavedTensor[]> Waiting(int count)
    {
        if (t_waiting is null)
        {
            t_waiting = new Stack<SavedTensor[]>[MostTensors];
            for (var i = 0; i < MostTensors; i++)
                t_waiting[i] = new Stack<SavedTensor[]>();
        }

        return t_waiting[count - 1];
    }
}
