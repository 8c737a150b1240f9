namespace Seq2Seq.Models;

/// <summary>Recurrent layers over a batch of sequences: input (B, T, I), output (B, T, D·H) for D directions.</summary>
public abstract class Recurrence : nn.Module
{
    /// <summary>Layers of one kind and size.</summary>
    protected Recurrence(string name, CellKind kind, long inputSize, long hiddenSize, int layers, bool bidirectional)
        : base(name)
    {
        (Kind, InputSize, HiddenSize, Layers) = (kind, inputSize, hiddenSize, layers);
        Directions = bidirectional ? 2 : 1;
    }

    /// <summary>The equations of the cells.</summary>
    public CellKind Kind { get; }

    /// <summary>Features of the input: I.</summary>
    public long InputSize { get; }

    /// <summary>Features of the state of one direction: H.</summary>
    public long HiddenSize { get; }

    /// <summary>How many layers lie on each other: L.</summary>
    public int Layers { get; }

    /// <summary>1, or 2 if every layer also reads from the end: D.</summary>
    public int Directions { get; }

    /// <summary>Features of the output: D·H.</summary>
    public long OutputSize => Directions * HiddenSize;

    /// <summary>True for an LSTM.</summary>
    public bool HasMemory => Kind == CellKind.Lstm;

    /// <summary>Reads whole sequences.</summary>
    /// <param name="input">(B, T, I).</param>
    /// <param name="state">The state before the first step (L, B, H), zeros if null; only for one direction.</param>
    /// <param name="lengths">
    /// The real length of each sequence (B), Int64; null if none is padded. Output behind the end is zero, the final state is the one at
    /// the end, and the backward direction starts there.
    /// </param>
    public abstract RecurrentOutput Run(Tensor input, RecurrentState? state = null, Tensor? lengths = null);

    /// <summary>One step of R sequences that go on from P states.</summary>
    /// <param name="input">(R, I).</param>
    /// <param name="state">(L, P, H); only for one direction.</param>
    /// <param name="rows">The state that each sequence goes on from, Int64 (R).</param>
    /// <returns>As <see cref="Run"/> for a sequence of one: output (R, 1, H), states (L, R, H).</returns>
    public virtual RecurrentOutput Branch(Tensor input, RecurrentState state, Tensor rows) =>
        Run(input.unsqueeze(1), state.Take(rows));

    /// <summary>One step of a decoder, input [E y; rest], where what follows from a token alone can be kept; else null.</summary>
    internal virtual RecurrentOutput? Step(
        KeptTokens kept, RecurrentDecoder decoder, Tensor ids, Tensor? rest, RecurrentDecoderState state) => null;

    /// <summary>A state of zeros for a batch.</summary>
    public RecurrentState Zero(long batch, ScalarType dtype) => new(
        zeros(Layers, batch, OutputSize, dtype: dtype), HasMemory ? zeros(Layers, batch, OutputSize, dtype: dtype) : null);

    private protected void RefuseStateForTwoDirections(RecurrentState? state)
    {
        if (state is not null && Directions == 2)
        {
            throw new ArgumentException(
                "Recurrence.Run: got an initial state for a bidirectional network; expected null, both directions start from zeros.",
                nameof(state));
        }
    }
}
