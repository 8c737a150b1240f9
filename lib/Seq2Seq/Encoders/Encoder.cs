namespace Seq2Seq.Models;

/// <summary>Reads source ids (B, S) with their real lengths (B) and leaves a memory.</summary>
public abstract class Encoder : nn.Module<Tensor, Tensor, EncoderOutput>
{
    /// <summary>An encoder whose memory has <paramref name="memorySize"/> features.</summary>
    protected Encoder(string name, long memorySize) : base(name) => MemorySize = memorySize;

    /// <summary>Features of a memory vector: M.</summary>
    public long MemorySize { get; }

    /// <summary>True for the real positions, (B, S), from the lengths (B).</summary>
    public static Tensor MaskOf(Tensor lengths, long sourceLength) =>
        arange(sourceLength).unsqueeze(0).lt(lengths.unsqueeze(1));
}
