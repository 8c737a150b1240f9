using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>One step of an <see cref="RNN"/>: x (B, I), state h (B, H), result h'.</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly CellWeights _cell;
    private readonly RecurrentKind _kind;

    internal RNNCell(long inputs, long hidden, nn.NonLinearities nonLinearity, bool bias, ScalarType? dtype)
        : base(nameof(RNNCell))
    {
        _cell = new CellWeights(nameof(RNNCell), inputs, hidden);
        _kind = nonLinearity == nn.NonLinearities.ReLU ? RecurrentKind.Relu : RecurrentKind.Tanh;
        var bound = 1 / Math.Sqrt(hidden);
        RegisterWeight("weight_ih", WeightDraw.Uniform([hidden, inputs], bound, dtype));
        RegisterWeight("weight_hh", WeightDraw.Uniform([hidden, hidden], bound, dtype));
        if (!bias)
            return;
        RegisterWeight("bias_ih", WeightDraw.Uniform([hidden], bound, dtype));
        RegisterWeight("bias_hh", WeightDraw.Uniform([hidden], bound, dtype));
    }

    /// <summary>W (H, I).</summary>
    public Parameter weight_ih
    {
        get => OwnParameter("weight_ih")!;
        set => ReplaceParameter("weight_ih", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>U (H, H).</summary>
    public Parameter weight_hh
    {
        get => OwnParameter("weight_hh")!;
        set => ReplaceParameter("weight_hh", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>b (H), or null.</summary>
    public Parameter? bias_ih
    {
        get => OwnParameter("bias_ih");
        set => ReplaceParameter("bias_ih", value);
    }

    /// <summary>d (H), or null.</summary>
    public Parameter? bias_hh
    {
        get => OwnParameter("bias_hh");
        set => ReplaceParameter("bias_hh", value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        _cell.Check(input, h0);
        return _cell.Step(_kind, input, h0, null, AllWeights).State;
    }

    private RecurrentWeights AllWeights => new(weight_ih, weight_hh, bias_ih, bias_hh);
}
