using Seq2Seq.Models;

namespace Seq2Seq.Tests.Models;

public sealed class TransformerLayerTests
{
    // Float32 in another order of sums.
    private const double Rounding = 1e-5;

    private static readonly TransformerOptions s_options = new(8, Heads: 2, Layers: 1, FeedForward: 12) { Dropout = 0, NormFirst = false };

    [Fact]
    public void A_layer_equals_the_engines_encoder_layer()
    {
        manual_seed(21);
        var (ours, theirs) = (new TransformerLayer(s_options), nn.TransformerEncoderLayer(8, 2, 12, dropout: 0));
        Reference.CopyAttention(Reference.Part(ours, "self"), Reference.Part(theirs, "self_attn"));
        foreach (var (own, other) in ((string, string)[])[("inner", "linear1"), ("outer", "linear2"), ("norm_self", "norm1"), ("norm_feed", "norm2")])
            Reference.Copy(ours, own, theirs, other);
        var x = randn(2, 5, 8);
        var real = tensor(new[] { true, true, true, false, false, true, true, true, true, true }).view(2, 5);

        var given = ours.Run(x, real.unsqueeze(1).unsqueeze(1)).Output;
        var expected = theirs.call(x.transpose(0, 1), null, real.logical_not()).transpose(0, 1);

        Near.Equal(expected, given, Rounding);
    }

    [Fact]
    public void A_layer_with_a_memory_equals_the_engines_decoder_layer()
    {
        manual_seed(22);
        var (ours, theirs) = (new TransformerLayer(s_options, memorySize: 8), nn.TransformerDecoderLayer(8, 2, 12, dropout: 0));
        Reference.CopyAttention(Reference.Part(ours, "self"), Reference.Part(theirs, "self_attn"));
        Reference.CopyAttention(Reference.Part(ours, "cross"), Reference.Part(theirs, "multihead_attn"));
        foreach (var (own, other) in ((string, string)[])[("inner", "linear1"), ("outer", "linear2"), ("norm_self", "norm1"), ("norm_cross", "norm2"), ("norm_feed", "norm3")])
            Reference.Copy(ours, own, theirs, other);
        var (x, memory) = (randn(2, 4, 8), randn(2, 5, 8));
        var real = tensor(new[] { true, true, true, false, false, true, true, true, true, true }).view(2, 5);
        var causal = SelfAttentionDecoder.Causal(4);

        var given = ours.Run(x, causal, memory: ours.ProjectMemory(memory), memoryMask: real.unsqueeze(1).unsqueeze(1)).Output;
        var expected = theirs.call(
            x.transpose(0, 1), memory.transpose(0, 1), causal.logical_not(), null, null, real.logical_not()).transpose(0, 1);

        Near.Equal(expected, given, Rounding);
    }
}
