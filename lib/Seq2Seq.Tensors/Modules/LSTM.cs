using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Long short-term memory over whole sequences.</summary>
/// <remarks>
/// Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000. With a = W x + b + U h + d cut into four:
/// i = σ(a₁), f = σ(a₂), g = tanh(a₃), o = σ(a₄); c' = f c + i g; h' = o tanh c'.
/// input (T, B, I), or (B, T, I) batch first; states (layers · directions, B, H) always.
/// </remarks>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentLayers _layers;

    internal LSTM(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool twoWays, ScalarType? dtype)
        : base(nameof(LSTM))
    {
        _layers = new RecurrentLayers(nameof(LSTM), RecurrentKind.Lstm, inputs, hidden, layers, bias, batchFirst, dropout, twoWays);
        foreach (var (name, shape) in _layers.WeightShapes())
            RegisterWeight(name, WeightDraw.Uniform(shape, 1 / Math.Sqrt(hidden), dtype));
    }

    /// <summary>Applies the module; the state is (h, c), zeros if null. Returns (output, hN, cN).</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Applies the module to a packed batch.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(
        nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (output, state, cell) = _layers.Run(
            OwnParameters, training, input, h0_c0?.Item1, h0_c0?.Item2);
        return (output, state, cell!);
    }

    /// <inheritdoc/>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (output, state, cell) = _layers.Run(
            OwnParameters, training, input, h0_c0?.Item1, h0_c0?.Item2);
        return (output, state, cell!);
    }

    /// <summary>One step, row r of the input (R, I) going on from the states (layers, P, H) whose number is rows[r].</summary>
    internal (Tensor, Tensor, Tensor) Continue(Tensor input, (Tensor Hidden, Tensor Cell) states, Tensor rows)
    {
        var (output, newState, newCell) = _layers.Continue(OwnParameters, training, input, states.Hidden, states.Cell, rows);
        return (output, newState, newCell!);
    }

    /// <summary>The same for inputs that begin with the embeddings of tokens, (R), and go on with <paramref name="rest"/> (R, I − E).</summary>
    internal (Tensor, Tensor, Tensor) Continue(
        TokenInputs tokens, Tensor ids, Tensor? rest, (Tensor Hidden, Tensor Cell) states, Tensor? rows)
    {
        var (output, newState, newCell) = _layers.Continue(OwnParameter, training, tokens, ids, rest, states.Hidden, states.Cell, rows);
        return (output, newState, newCell!);
    }

    /// <summary>Does nothing: weights need no packing here. It exists because TorchSharp's does.</summary>
    public void flatten_parameters() => GC.KeepAlive(this);
}
