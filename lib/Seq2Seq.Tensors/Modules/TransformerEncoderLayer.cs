using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Self-attention and a feed-forward part, each added to its input and normalised; time first (S, B, E).</summary>
/// <remarks>Vaswani et al. 2017, 3.1: x ← norm₁(x + attention(x)), x ← norm₂(x + feed(x)).</remarks>
public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>, nn.IModule<Tensor, Tensor?, Tensor>
{
    private readonly MultiheadAttention _attention;
    private readonly Linear _linear1;
    private readonly Linear _linear2;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;

    internal TransformerEncoderLayer(long size, long heads, long feedForward, double dropout, nn.Activations activation)
        : this(new TransformerShape(size, heads, feedForward, dropout, activation))
    {
    }

    internal TransformerEncoderLayer(TransformerShape shape)
        : base(nameof(TransformerEncoderLayer))
    {
        Shape = shape;
        register_module("self_attn", _attention = shape.Attention());
        register_module("linear1", _linear1 = nn.Linear(shape.Size, shape.FeedForward));
        register_module("linear2", _linear2 = nn.Linear(shape.FeedForward, shape.Size));
        register_module("norm1", _norm1 = nn.LayerNorm(shape.Size));
        register_module("norm2", _norm2 = nn.LayerNorm(shape.Size));
    }

    internal TransformerShape Shape { get; }

    /// <summary>Applies the layer with a mask of positions.</summary>
    public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);

    /// <summary>Applies the layer without masks.</summary>
    public Tensor call(Tensor src) => base.call(src, null, null);

    /// <inheritdoc/>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        var attended = _attention.Read(src, src, src_key_padding_mask, src_mask);
        src = _norm1.call(src + Shape.Drop(attended, training));
        return _norm2.call(src + Shape.Drop(Shape.Feed(src, _linear1, _linear2, training), training));
    }
}
