namespace Seq2Seq.Text;

/// <summary>Sequences without their padding: step by step, only what still runs.</summary>
/// <remarks>
/// The layout of PyTorch's pack_sequence: the sequences sorted by falling length; first every first token, then every
/// second one, ... A recurrent layer computes <c>BatchSizes[t]</c> rows at step t instead of B.
/// </remarks>
/// <typeparam name="T">What a step holds, such as an id.</typeparam>
public sealed class PackedSequence<T>
{
    internal PackedSequence(T[] data, int[] batchSizes, int[] order)
    {
        Data = data;
        BatchSizes = batchSizes;
        SortedIndices = order;
    }

    /// <summary>Every token, step by step.</summary>
    public IReadOnlyList<T> Data { get; }

    /// <summary>How many sequences still run at each step; never rises.</summary>
    public IReadOnlyList<int> BatchSizes { get; }

    /// <summary>Which sequence is in which sorted row.</summary>
    public IReadOnlyList<int> SortedIndices { get; }

    /// <summary>In which sorted row each sequence is: puts outputs back in order.</summary>
    public IReadOnlyList<int> UnsortedIndices
    {
        get
        {
            var rows = new int[SortedIndices.Count];
            for (var row = 0; row < rows.Length; row++) rows[SortedIndices[row]] = row;
            return rows;
        }
    }

    /// <summary>The sequences, in the order they came in.</summary>
    public T[][] Unpack()
    {
        var sequences = SortedIndices.Select(_ => new List<T>()).ToArray();
        var at = 0;
        foreach (var size in BatchSizes)
        {
            for (var row = 0; row < size; row++) sequences[SortedIndices[row]].Add(Data[at++]);
        }

        return [.. sequences.Select(sequence => sequence.ToArray())];
    }
}

/// <summary>Makes packed sequences.</summary>
public static class PackedSequence
{
    /// <summary>Packs sequences of any lengths but 0. Equal lengths stay in their order.</summary>
    public static PackedSequence<T> Pack<T>(IReadOnlyList<IReadOnlyList<T>> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        for (var i = 0; i < sequences.Count; i++)
        {
            if (sequences[i].Count == 0)
                throw new ArgumentException(
                    $"PackedSequence.Pack: sequence {i} is empty; expected at least one token in each.");
        }

        var order = Enumerable.Range(0, sequences.Count).OrderByDescending(i => sequences[i].Count).ToArray();
        var data = new List<T>();
        var sizes = new List<int>();
        for (var t = 0; sequences.Count > 0 && t < sequences[order[0]].Count; t++)
        {
            var running = order.TakeWhile(i => sequences[i].Count > t).ToArray();
            data.AddRange(running.Select(i => sequences[i][t]));
            sizes.Add(running.Length);
        }

        return new PackedSequence<T>([.. data], [.. sizes], order);
    }
}
