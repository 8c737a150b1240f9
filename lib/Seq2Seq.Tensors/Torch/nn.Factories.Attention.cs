using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Attention with several heads; time first.</summary>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim,
            long num_heads,
            double dropout = 0.0,
            bool bias = true,
            bool add_bias_kv = false,
            bool add_zero_attn = false,
            long? kdim = null,
            long? vdim = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);

        /// <summary>Encoder and decoder of Vaswani et al. 2017; time first.</summary>
        public static Transformer Transformer(
            long d_model = 512,
            long nhead = 8,
            long num_encoder_layers = 6,
            long num_decoder_layers = 6,
            long dim_feedforward = 2048,
            double dropout = 0.1,
            Activations activation = Activations.ReLU) =>
            new(d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation);

        /// <summary>Self-attention and a feed-forward part; time first.</summary>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model = 512,
            long nhead = 8,
            long dim_feedforward = 2048,
            double dropout = 0.1,
            Activations activation = Activations.ReLU) =>
            new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>Self-attention, attention to the memory and a feed-forward part; time first.</summary>
        public static TransformerDecoderLayer TransformerDecoderLayer(
            long d_model = 512,
            long nhead = 8,
            long dim_feedforward = 2048,
            double dropout = 0.1,
            Activations activation = Activations.ReLU) =>
            new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>Several encoder layers, each a copy of the given one.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
        {
            ArgumentNullException.ThrowIfNull(encoder_layer);
            return new(encoder_layer, num_layers);
        }

        /// <summary>Several decoder layers, each a copy of the given one.</summary>
        public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers)
        {
            ArgumentNullException.ThrowIfNull(decoder_layer);
            return new(decoder_layer, num_layers);
        }
    }
}
