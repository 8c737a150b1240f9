using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>One step of a <see cref="GRU"/>: x (B, I), state h (B, H), result h'.</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly CellWeights _cell;

    internal GRUCell(long inputs, long hidden, bool bias, ScalarType? dtype)
        : base(nameof(GRUCell))
    {
        _cell = new CellWeights(nameof(GRUCell), inputs, hidden);
        var bound = 1 / Math.Sqrt(hidden);
        RegisterWeight("weight_ih", WeightDraw.Uniform([3 * hidden, inputs], bound, dtype));
        RegisterWeight("weight_hh", WeightDraw.Uniform([3 * hidden, hidden], bound, dtype));
        if (!bias)
            return;
        RegisterWeight("bias_ih", WeightDraw.Uniform([3 * hidden], bound, dtype));
        RegisterWeight("bias_hh", WeightDraw.Uniform([3 * hidden], bound, dtype));
    }

    /// <summary>W (3 · H, I).</summary>
    public Parameter weight_ih
    {
        get => OwnParameter("weight_ih")!;
        set => ReplaceParameter("weight_ih", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>U (3 · H, H).</summary>
    public Parameter weight_hh
    {
        get => OwnParameter("weight_hh")!;
        set => ReplaceParameter("weight_hh", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>b (3 · H), or null.</summary>
    public Parameter? bias_ih
    {
        get => OwnParameter("bias_ih");
        set => ReplaceParameter("bias_ih", value);
    }

    /// <summary>d (3 · H), or null.</summary>
    public Parameter? bias_hh
    {
        get => OwnParameter("bias_hh");
        set => ReplaceParameter("bias_hh", value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        _cell.Check(input, h0);
        return _cell.Step(RecurrentKind.Gru, input, h0, null, AllWeights).State;
    }

    private RecurrentWeights AllWeights => new(weight_ih, weight_hh, bias_ih, bias_hh);
}
