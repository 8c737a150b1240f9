using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>The plain recurrent net over whole sequences: h' = tanh(W x + b + U h + d), or with max(·, 0).</summary>
/// <remarks>
/// Elman 1990. input (T, B, I), or (B, T, I) batch first; states (layers · directions, B, H) always.
/// </remarks>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentLayers _layers;

    internal RNN(
        long inputs,
        long hidden,
        long layers,
        nn.NonLinearities nonLinearity,
        bool bias,
        bool batchFirst,
        double dropout,
        bool twoWays,
        ScalarType? dtype)
        : base(nameof(RNN))
    {
        var kind = nonLinearity == nn.NonLinearities.ReLU ? RecurrentKind.Relu : RecurrentKind.Tanh;
        _layers = new RecurrentLayers(nameof(RNN), kind, inputs, hidden, layers, bias, batchFirst, dropout, twoWays);
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
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        var (output, state, _) = _layers.Run(OwnParameters, training, input, h0, null);
        return (output, state);
    }

    /// <summary>W of a layer (and direction), counted from 0.</summary>
    public Parameter? get_weight_ih(long idx) => Weight(idx, 0);

    /// <summary>U of a layer (and direction), counted from 0.</summary>
    public Parameter? get_weight_hh(long idx) => Weight(idx, 1);

    /// <summary>b of a layer (and direction), counted from 0, or null.</summary>
    public Parameter? get_bias_ih(long idx) => _layers.Bias ? Weight(idx, 2) : null;

    /// <summary>d of a layer (and direction), counted from 0, or null.</summary>
    public Parameter? get_bias_hh(long idx) => _layers.Bias ? Weight(idx, 3) : null;

    /// <summary>Does nothing: weights need no packing here. It exists because TorchSharp's does.</summary>
    public void flatten_parameters() => GC.KeepAlive(this);

    private Parameter? Weight(long layer, int which)
    {
        var each = _layers.Bias ? 4 : 2;
        return layer >= 0 && layer < _layers.Layers * _layers.Directions
            ? OwnParameter(_layers.WeightShapes().ElementAt((int)(layer * each) + which).Name)
            : throw new ArgumentOutOfRangeException(
                nameof(layer), $"RNN: there is no layer {layer}; it has {_layers.Layers * _layers.Directions}, counted from 0.");
    }
}
