using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Self-attention, attention to the encoder's memory and a feed-forward part; time first (T, B, E).</summary>
/// <remarks>Vaswani et al. 2017, 3.1; each part is added to its input and normalised.</remarks>
public sealed class TransformerDecoderLayer
    : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly MultiheadAttention _self;
    private readonly MultiheadAttention _memory;
    private readonly Linear _linear1;
    private readonly Linear _linear2;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;
    private readonly LayerNorm _norm3;

    internal TransformerDecoderLayer(long size, long heads, long feedForward, double dropout, nn.Activations activation)
        : this(new TransformerShape(size, heads, feedForward, dropout, activation))
    {
    }

    internal TransformerDecoderLayer(TransformerShape shape)
        : base(nameof(TransformerDecoderLayer))
    {
        Shape = shape;
        register_module("self_attn", _self = shape.Attention());
        register_module("multihead_attn", _memory = shape.Attention());
        register_module("linear1", _linear1 = nn.Linear(shape.Size, shape.FeedForward));
        register_module("linear2", _linear2 = nn.Linear(shape.FeedForward, shape.Size));
        register_module("norm1", _norm1 = nn.LayerNorm(shape.Size));
        register_module("norm2", _norm2 = nn.LayerNorm(shape.Size));
        register_module("norm3", _norm3 = nn.LayerNorm(shape.Size));
    }

    internal TransformerShape Shape { get; }

    /// <summary>Applies the layer; masks are those of <see cref="MultiheadAttention"/>.</summary>
    public new Tensor call(
        Tensor tgt,
        Tensor memory,
        Tensor? tgt_mask,
        Tensor? memory_mask = null,
        Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    /// <summary>Applies the layer without masks.</summary>
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
        var attended = _self.Read(tgt, tgt, tgt_key_padding_mask, tgt_mask);
        tgt = _norm1.call(tgt + Shape.Drop(attended, training));
        var read = _memory.Read(tgt, memory, memory_key_padding_mask, memory_mask);
        tgt = _norm2.call(tgt + Shape.Drop(read, training));
        return _norm3.call(tgt + Shape.Drop(Shape.Feed(tgt, _linear1, _linear2, training), training));
    }
}
