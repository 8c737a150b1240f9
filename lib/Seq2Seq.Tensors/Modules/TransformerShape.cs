using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>What the layers of a Transformer are built from, so that copies can be made.</summary>
internal sealed record TransformerShape(long Size, long Heads, long FeedForward, double Dropout, nn.Activations Activation)
{
    /// <summary>linear2(dropout(activation(linear1(x)))).</summary>
    public Tensor Feed(Tensor x, Linear linear1, Linear linear2, bool training)
    {
        var inner = linear1.call(x);
        inner = Activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner);
        return linear2.call(Drop(inner, training));
    }

    public Tensor Drop(Tensor x, bool training) => nn.functional.dropout(x, Dropout, training);

    public MultiheadAttention Attention() => nn.MultiheadAttention(Size, Heads, Dropout);
}
