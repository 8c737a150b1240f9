namespace Seq2Seq.Text;

/// <summary>Examples side by side, padded to the longest of them.</summary>
/// <remarks>
/// The decoder reads <see cref="TargetInput"/> and shall say <see cref="TargetOutput"/>: the same sentence, one step
/// ahead.
/// <code>
/// target         I  like  tea
/// TargetInput    &lt;bos&gt;  I  like  tea
/// TargetOutput   I  like  tea  &lt;eos&gt;
/// </code>
/// </remarks>
public sealed class Batch
{
    private Batch(IReadOnlyList<Example> examples)
    {
        var inputs = examples.Select(example => (long[])[Vocabulary.StartId, .. example.Target]).ToArray();
        var outputs = examples.Select(example => (long[])[.. example.Target, Vocabulary.EndId]).ToArray();
        Source = Padding.Pad([.. examples.Select(example => example.Source)]);
        TargetInput = Padding.Pad(inputs);
        TargetOutput = Padding.Pad(outputs);
        SourceLengths = [.. examples.Select(example => example.Source.Length)];
        TargetLengths = [.. outputs.Select(output => output.Length)];
        SourceMask = Padding.Mask(SourceLengths);
        TargetMask = Padding.Mask(TargetLengths);
        Indices = [.. examples.Select(example => example.Index)];
    }

    /// <summary>How many examples: B.</summary>
    public int Size => Indices.Length;

    /// <summary>Longest source: S.</summary>
    public int SourceLength => Source.GetLength(1);

    /// <summary>Longest target with its mark: T.</summary>
    public int TargetLength => TargetOutput.GetLength(1);

    /// <summary>Source ids, (B, S).</summary>
    public long[,] Source { get; }

    /// <summary>True where a source token is real, (B, S).</summary>
    public bool[,] SourceMask { get; }

    /// <summary>Real length of each source, (B).</summary>
    public int[] SourceLengths { get; }

    /// <summary>What the decoder reads, (B, T).</summary>
    public long[,] TargetInput { get; }

    /// <summary>What the decoder shall say, (B, T).</summary>
    public long[,] TargetOutput { get; }

    /// <summary>True where a target token is real, (B, T).</summary>
    public bool[,] TargetMask { get; }

    /// <summary>Real length of each target with its mark, (B).</summary>
    public int[] TargetLengths { get; }

    /// <summary>Place of each example in the data, (B).</summary>
    public int[] Indices { get; }

    /// <summary>Real target tokens: what a loss per token is divided by.</summary>
    public int TargetTokens => TargetLengths.Sum();

    /// <summary>Cells of both padded arrays.</summary>
    public int Cells => Source.Length + TargetOutput.Length;

    /// <summary>Those of them that hold padding: computed, then thrown away.</summary>
    public int PaddedCells => Cells - SourceLengths.Sum() - TargetTokens;

    /// <summary>The batch as tensors, copied.</summary>
    public BatchTensors ToTensors() => BatchTensors.From(this);

    /// <summary>A batch of these examples, in this order.</summary>
    public static Batch Of(params IReadOnlyList<Example> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0) throw new ArgumentException("Batch.Of: no examples; expected at least one.");
        return new Batch(examples);
    }

    /// <summary>The transpose of (B, T) ids: row t holds what every sentence says at step t.</summary>
    public static long[,] TimeMajor(long[,] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var steps = new long[ids.GetLength(1), ids.GetLength(0)];
        for (var b = 0; b < ids.GetLength(0); b++)
        {
            for (var t = 0; t < ids.GetLength(1); t++) steps[t, b] = ids[b, t];
        }

        return steps;
    }
}
