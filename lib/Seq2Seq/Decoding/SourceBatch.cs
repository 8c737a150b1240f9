namespace Seq2Seq.Decoding;

/// <summary>Sources alone as tensors.</summary>
internal static class SourceBatch
{
    /// <summary>Padded ids (B, S) and real lengths (B).</summary>
    public static (Tensor Source, Tensor Lengths) Of(IReadOnlyList<long[]> sources) => (
        tensor(Text.Padding.Pad(sources)), tensor(sources.Select(source => (long)source.Length).ToArray()));
}
