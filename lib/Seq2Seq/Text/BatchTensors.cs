namespace Seq2Seq.Text;

/// <summary>A <see cref="Batch"/> as tensors.</summary>
/// <param name="Source">Source ids, (B, S), int64.</param>
/// <param name="SourceMask">True where a source token is real, (B, S).</param>
/// <param name="SourceLengths">Real length of each source, (B), int64.</param>
/// <param name="TargetInput">What the decoder reads, (B, T), int64.</param>
/// <param name="TargetOutput">What the decoder shall say, (B, T), int64.</param>
/// <param name="TargetMask">True where a target token is real, (B, T).</param>
public sealed record BatchTensors(
    Tensor Source, Tensor SourceMask, Tensor SourceLengths, Tensor TargetInput, Tensor TargetOutput, Tensor TargetMask)
        : IDisposable
{
    /// <summary>Copies a batch.</summary>
    public static BatchTensors From(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new BatchTensors(
            tensor(batch.Source),
            tensor(batch.SourceMask),
            tensor(batch.SourceLengths.Select(length => (long)length).ToArray()),
            tensor(batch.TargetInput),
            tensor(batch.TargetOutput),
            tensor(batch.TargetMask));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Source.Dispose();
        SourceMask.Dispose();
        SourceLengths.Dispose();
        TargetInput.Dispose();
        TargetOutput.Dispose();
        TargetMask.Dispose();
    }
}
