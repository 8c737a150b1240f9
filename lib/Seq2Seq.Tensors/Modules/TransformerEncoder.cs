using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Several encoder layers, one after the other.</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;
    private readonly LayerNorm? _norm;

    // Each layer is a copy of the given one, as in libtorch: alike at first, learning on its own.
    internal TransformerEncoder(TransformerEncoderLayer layer, long count, bool norm = false)
        : base(nameof(TransformerEncoder))
    {
        if (count <= 0)
            throw new ArgumentException($"TransformerEncoder: num_layers must be positive, got {count}.");
        _layers = new ModuleList<TransformerEncoderLayer>([.. Enumerable.Range(0, (int)count).Select(_ =>
        {
            var copy = new TransformerEncoderLayer(layer.Shape);
            copy.load_state_dict(layer.state_dict());
            return copy;
        })]);
        register_module("layers", _layers);
        if (norm)
            register_module("norm", _norm = nn.LayerNorm(layer.Shape.Size));
    }

    /// <summary>Applies the layers with a mask of positions.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);

    /// <summary>Applies the layers without masks.</summary>
    public Tensor call(Tensor src) => base.call(src, null, null);

    /// <inheritdoc/>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        var result = src;
        for (var i = 0; i < _layers.Count; i++)
            result = _layers[i].call(result, src_mask, src_key_padding_mask);
        return _norm is null ? result : _norm.call(result);
    }
}
