namespace Seq2Seq.Models;

/// <summary>The gated recurrent unit.</summary>
/// <remarks>
/// Cho et al. 2014, in the form all libraries use (the reset gate after the matrix product):
/// r = σ(W_r x + U_r h), z = σ(W_z x + U_z h), n = tanh(W_n x + r ∘ (U_n h + b)), h' = (1 − z) ∘ n + z ∘ h. Two gates, not one.
/// </remarks>
public sealed class GruCell : Cell
{
    private readonly LayerNorm? norm_x;
    private readonly LayerNorm? norm_h;

    /// <summary>A cell for inputs of size I and a state of size H.</summary>
    public GruCell(long inputSize, long hiddenSize, bool layerNorm = false)
        : base(nameof(GruCell), inputSize, hiddenSize, gates: 3)
    {
        if (layerNorm) (norm_x, norm_h) = (nn.LayerNorm(3 * hiddenSize), nn.LayerNorm(3 * hiddenSize));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override CellState Step(Tensor x, CellState state) => Gates(x, state).Next;

    /// <summary>One step that shows its gates, for looking inside.</summary>
    public GruGates Gates(Tensor x, CellState state)
    {
        var fromInput = nn.functional.linear(x, weight_ih, bias_ih);
        var fromState = nn.functional.linear(state.Hidden, weight_hh, bias_hh);
        if (norm_x is not null) (fromInput, fromState) = (norm_x.call(fromInput), norm_h!.call(fromState));
        var (i, h) = (fromInput.chunk(3, dim: 1), fromState.chunk(3, dim: 1));
        var reset = (i[0] + h[0]).sigmoid();
        var update = (i[1] + h[1]).sigmoid();
        var candidate = (i[2] + reset * h[2]).tanh();
        var next = candidate + update * (state.Hidden - candidate);
        return new GruGates(reset, update, candidate, new CellState(next));
    }
}

/// <summary>What happens inside one GRU step, every part (B, H).</summary>
public sealed record GruGates(Tensor Reset, Tensor Update, Tensor Candidate, CellState Next);
