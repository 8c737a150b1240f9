using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Several decoder layers, one after the other.</summary>
public sealed class TransformerDecoder
    : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> _layers;
    private readonly LayerNorm? _norm;

    // Each layer is a copy of the given one, as in libtorch: alike at first, learning on its own.
    internal TransformerDecoder(TransformerDecoderLayer layer, long count, bool norm = false)
        : base(nameof(TransformerDecoder))
    {
        if (count <= 0)
            throw new ArgumentException($"TransformerDecoder: num_layers must be positive, got {count}.");
        _layers = new ModuleList<TransformerDecoderLayer>([.. Enumerable.Range(0, (int)count).Select(_ =>
        {
            var copy = new TransformerDecoderLayer(layer.Shape);
            copy.load_state_dict(layer.state_dict());
            return copy;
        })]);
        register_module("layers", _layers);
        if (norm)
            register_module("norm", _norm = nn.LayerNorm(layer.Shape.Size));
    }

    /// <summary>Applies the layers; masks are those of <see cref="MultiheadAttention"/>.</summary>
    public new Tensor call(
        Tensor tgt,
        Tensor memory,
        Tensor? tgt_mask,
        Tensor? memory_mask = null,
        Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    /// <summary>Applies the layers without masks.</summary>
    public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);

    /// <inheritdoc/>
    public override Tensor forward(
        Tensor tgt,
        Tensor memory,
        Tensor? tgt_mask,
        Tensor? memory_mask,
        Tensor? tgt_key_padding_mask,
        Tensor? memory_key_padding_mask)
    {
        var result = tgt;
        for (var i = 0; i < _layers.Count; i++)
            result = _layers[i].call(result, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        return _norm is null ? result : _norm.call(result);
    }
}
