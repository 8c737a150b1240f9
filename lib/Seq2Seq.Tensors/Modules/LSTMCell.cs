using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>One step of an <see cref="LSTM"/>: x (B, I), state (h, c) each (B, H), result (h', c').</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private readonly CellWeights _cell;

    internal LSTMCell(long inputs, long hidden, bool bias, ScalarType? dtype)
        : base(nameof(LSTMCell))
    {
        _cell = new CellWeights(nameof(LSTMCell), inputs, hidden);
        var bound = 1 / Math.Sqrt(hidden);
        RegisterWeight("weight_ih", WeightDraw.Uniform([4 * hidden, inputs], bound, dtype));
        RegisterWeight("weight_hh", WeightDraw.Uniform([4 * hidden, hidden], bound, dtype));
        if (!bias)
            return;
        RegisterWeight("bias_ih", WeightDraw.Uniform([4 * hidden], bound, dtype));
        RegisterWeight("bias_hh", WeightDraw.Uniform([4 * hidden], bound, dtype));
    }

    /// <summary>W (4 · H, I).</summary>
    public Parameter weight_ih
    {
        get => OwnParameter("weight_ih")!;
        set => ReplaceParameter("weight_ih", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>U (4 · H, H).</summary>
    public Parameter weight_hh
    {
        get => OwnParameter("weight_hh")!;
        set => ReplaceParameter("weight_hh", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>b (4 · H), or null.</summary>
    public Parameter? bias_ih
    {
        get => OwnParameter("bias_ih");
        set => ReplaceParameter("bias_ih", value);
    }

    /// <summary>d (4 · H), or null.</summary>
    public Parameter? bias_hh
    {
        get => OwnParameter("bias_hh");
        set => ReplaceParameter("bias_hh", value);
    }

    /// <summary>Applies the cell; without a state it starts from zeros.</summary>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <inheritdoc/>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        _cell.Check(input, h0_c0?.Item1);
        _cell.Check(input, h0_c0?.Item2);
        return _cell.Step(RecurrentKind.Lstm, input, h0_c0?.Item1, h0_c0?.Item2, AllWeights);
    }

    private RecurrentWeights AllWeights => new(weight_ih, weight_hh, bias_ih, bias_hh);
}
