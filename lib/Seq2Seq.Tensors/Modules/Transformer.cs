using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Encoder and decoder of attention layers, each with a last normalisation; time first.</summary>
/// <remarks>
/// Vaswani et al. 2017, without embeddings, positions and output layer. src (S, B, E), tgt (T, B, E), result (T, B, E).
/// </remarks>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder _encoder;
    private readonly TransformerDecoder _decoder;

    internal Transformer(
        long size, long heads, long encoderLayers, long decoderLayers, long feedForward, double dropout, nn.Activations activation)
        : base(nameof(Transformer))
    {
        var shape = new TransformerShape(size, heads, feedForward, dropout, activation);
        using (var pattern = new TransformerEncoderLayer(shape))
            _encoder = new TransformerEncoder(pattern, encoderLayers, norm: true);
        using (var pattern = new TransformerDecoderLayer(shape))
            _decoder = new TransformerDecoder(pattern, decoderLayers, norm: true);
        register_module("encoder", _encoder);
        register_module("decoder", _decoder);
        foreach (var parameter in parameters())
        {
            if (parameter.dim() > 1)
                nn.init.xavier_uniform_(parameter);
        }
    }

    /// <summary>Applies the module; masks are those of <see cref="MultiheadAttention"/>.</summary>
    public Tensor call(
        Tensor src,
        Tensor tgt,
        Tensor? src_mask,
        Tensor? tgt_mask = null,
        Tensor? memory_mask = null,
        Tensor? src_key_padding_mask = null,
        Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null)
    {
        var memory = _encoder.call(src, src_mask, src_key_padding_mask);
        return _decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);
}
