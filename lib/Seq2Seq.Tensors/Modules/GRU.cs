using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Gated recurrent unit over whole sequences.</summary>
/// <remarks>
/// Cho et al. 2014, in the form in which the reset gate acts after the product. With a = W x + b and v = U h + d cut into three:
/// r = σ(a₁ + v₁), z = σ(a₂ + v₂), n = tanh(a₃ + r v₃); h' = (1 − z) n + z h.
/// input (T, B, I), or (B, T, I) batch first; states (layers · directions, B, H) always.
/// </remarks>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentLayers _layers;

    internal GRU(long inputs, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool twoWays, ScalarType? dtype)
        : base(nameof(GRU))
    {
        _layers = new RecurrentLayers(nameof(GRU), RecurrentKind.Gru, inputs, hidden, layers, bias, batchFirst, dropout, twoWays);
        foreach (var (name, shape) in _layers.WeightShapes())
            RegisterWeight(name, WeightDraw.Uniform(shape, 1 / Math.Sqrt(hidden), dtype));
    }

    /// <summary>Applies the module; the state is zeros if null. Returns (output, hN).</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>Applies the module to a packed batch.</summary>
    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (output, state, _) = _layers.Run(OwnParameters, training, input, h0, null);
        return (output, state);
    }

    /// <inheritdoc/>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        var (output, state, _) = _layers.Run(OwnParameters, training, input, h0, null);
        return (output, state);
    }

    /// <summary>One step, row r of the input (R, I) going on from the state (layers, P, H) whose number is rows[r].</summary>
    internal (Tensor, Tensor) Continue(Tensor input, Tensor state, Tensor rows)
    {
        var (output, newState, _) = _layers.Continue(OwnParameters, training, input, state, null, rows);
        return (output, newState);
    }

    /// <summary>The same for inputs that begin with the embeddings of tokens, (R), and go on with <paramref name="rest"/> (R, I − E).</summary>
    internal (Tensor, Tensor) Continue(TokenInputs tokens, Tensor ids, Tensor? rest, Tensor state, Tensor? rows)
    {
        var (output, newState, _) = _layers.Continue(OwnParameter, training, tokens, ids, rest, state, null, rows);
        return (output, newState);
    }

    /// <summary>Does nothing: weights need no packing here. It exists because TorchSharp's does.</summary>
    public void flatten_parameters() => GC.KeepAlive(this);
}
