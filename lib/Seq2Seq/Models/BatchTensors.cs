using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>A batch as tensors, ready for a model.</summary>
/// <param name="Source">Source ids, (B, S).</param>
/// <param name="Lengths">Real length of each source, (B).</param>
/// <param name="TargetInput">What the decoder reads, (B, T).</param>
/// <param name="TargetOutput">What the decoder shall say, (B, T).</param>
public sealed record BatchTensors(Tensor Source, Tensor Lengths, Tensor TargetInput, Tensor TargetOutput)
{
    /// <summary>The tensors of a batch.</summary>
    public static BatchTensors Of(Batch batch) => new(
        tensor(batch.Source), LengthsOf(batch.SourceLengths), tensor(batch.TargetInput), tensor(batch.TargetOutput));

    /// <summary>Source ids and lengths alone, for decoding.</summary>
    public static (Tensor Source, Tensor Lengths) SourceOf(IReadOnlyList<long[]> sources) => (
        tensor(Text.Padding.Pad(sources)), LengthsOf([.. sources.Select(source => source.Length)]));

    private static Tensor LengthsOf(int[] lengths) => tensor(lengths.Select(length => (long)length).ToArray());
}
