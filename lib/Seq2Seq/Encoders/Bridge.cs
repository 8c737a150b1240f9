namespace Seq2Seq.Models;

/// <summary>Turns the encoder's last states (L, B, M) into the decoder's first (L', B, H).</summary>
public abstract class Bridge : nn.Module
{
    /// <summary>A bridge to a decoder of that many layers.</summary>
    protected Bridge(string name, int layers, bool hasMemory) : base(name) => (Layers, HasMemory) = (layers, hasMemory);

    /// <summary>Layers of the decoder: L'.</summary>
    public int Layers { get; }

    /// <summary>True if the decoder is an LSTM.</summary>
    public bool HasMemory { get; }

    /// <summary>The decoder's first state.</summary>
    public abstract RecurrentState Cross(EncoderOutput encoded);

    /// <summary>Layer i of the decoder takes layer i of the encoder, or its highest where it has fewer.</summary>
    private protected Tensor Layered(Tensor states)
    {
        var given = states.size(0);
        if (given == Layers) return states;
        return stack(Enumerable.Range(0, Layers).Select(layer => states.select(0, Math.Min(layer, given - 1))).ToArray());
    }
}

/// <summary>No bridge: the states are handed over as they are. The sizes must agree.</summary>
public sealed class PassBridge(int layers = 1, bool hasMemory = false) : Bridge(nameof(PassBridge), layers, hasMemory)
{
    /// <inheritdoc/>
    public override RecurrentState Cross(EncoderOutput encoded)
    {
        var final = encoded.Final ?? throw new ArgumentException(
            "PassBridge.Cross: the encoder has no last state to pass on; use a ZeroBridge or a LinearBridge.", nameof(encoded));
        var hidden = Layered(final.Hidden);
        return new RecurrentState(
            hidden, !HasMemory ? null : final.Memory is null ? zeros_like(hidden) : Layered(final.Memory));
    }
}

/// <summary>The decoder starts from zeros and learns of the source through its context alone.</summary>
public sealed class ZeroBridge(long hiddenSize, int layers = 1, bool hasMemory = false)
    : Bridge(nameof(ZeroBridge), layers, hasMemory)
{
    /// <inheritdoc/>
    public override RecurrentState Cross(EncoderOutput encoded)
    {
        var batch = encoded.Memory.size(0);
        var hidden = zeros(Layers, batch, hiddenSize, dtype: encoded.Memory.dtype);
        return new RecurrentState(hidden, HasMemory ? zeros_like(hidden) : null);
    }
}

/// <summary>h' = tanh(W h + b): fits sizes, and mixes both directions where the encoder has two.</summary>
/// <remarks>
/// Bahdanau et al. 2015, A.2.2 start from the backward state only; all later systems, and this one, project [h→; h←].
/// An LSTM's memory gets a projection of its own, from the encoder's memory if it has one.
/// </remarks>
public sealed class LinearBridge : Bridge
{
    private readonly Linear hidden;
    private readonly Linear? memory;

    /// <summary>A bridge from M features to H.</summary>
    public LinearBridge(long memorySize, long hiddenSize, int layers = 1, bool hasMemory = false)
        : base(nameof(LinearBridge), layers, hasMemory)
    {
        hidden = nn.Linear(memorySize, hiddenSize);
        if (hasMemory) memory = nn.Linear(memorySize, hiddenSize);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override RecurrentState Cross(EncoderOutput encoded)
    {
        // An encoder without states (a Transformer) gives its mean.
        var final = encoded.Final ?? new RecurrentState(encoded.Summary.unsqueeze(0));
        var state = hidden.call(Layered(final.Hidden)).tanh();
        return new RecurrentState(state, memory is null ? null : memory.call(Layered(final.Memory ?? final.Hidden)).tanh());
    }
}
