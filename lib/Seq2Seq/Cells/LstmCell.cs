namespace Seq2Seq.Models;

/// <summary>The long short-term memory.</summary>
/// <remarks>
/// Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000:
/// i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b), c' = f ∘ c + i ∘ g, h' = o ∘ tanh c'.
/// A forget bias of 1 or 2 (Jozefowicz et al. 2015) keeps the memory open at the start of training.
/// </remarks>
public sealed class LstmCell : Cell
{
    private readonly LayerNorm? norm_x;
    private readonly LayerNorm? norm_h;
    private readonly LayerNorm? norm_c;

    /// <summary>A cell for inputs of size I and a state of size H.</summary>
    public LstmCell(long inputSize, long hiddenSize, double forgetBias = 0, bool layerNorm = false)
        : base(nameof(LstmCell), inputSize, hiddenSize, gates: 4)
    {
        if (layerNorm)
        {
            (norm_x, norm_h) = (nn.LayerNorm(4 * hiddenSize), nn.LayerNorm(4 * hiddenSize));
            norm_c = nn.LayerNorm(hiddenSize);
        }

        if (forgetBias != 0)
        {
            using var noGradient = no_grad();
            // The two biases add up, so one of them carries the forget bias.
            bias_ih.narrow(0, hiddenSize, hiddenSize).fill_(forgetBias);
            bias_hh.narrow(0, hiddenSize, hiddenSize).zero_();
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool HasMemory => true;

    /// <inheritdoc/>
    public override CellState Step(Tensor x, CellState state) => Gates(x, state).Next;

    /// <summary>One step that shows its gates, for looking inside.</summary>
    public LstmGates Gates(Tensor x, CellState state)
    {
        var fromInput = nn.functional.linear(x, weight_ih, bias_ih);
        var fromState = nn.functional.linear(state.Hidden, weight_hh, bias_hh);
        if (norm_x is not null) (fromInput, fromState) = (norm_x.call(fromInput), norm_h!.call(fromState));
        var gates = (fromInput + fromState).chunk(4, dim: 1);
        var (input, forget, output) = (gates[0].sigmoid(), gates[1].sigmoid(), gates[3].sigmoid());
        var candidate = gates[2].tanh();
        var memory = forget * state.Memory! + input * candidate;
        var seen = norm_c is null ? memory : norm_c.call(memory);
        return new LstmGates(input, forget, output, candidate, new CellState(output * seen.tanh(), memory));
    }
}

/// <summary>What happens inside one LSTM step, every part (B, H).</summary>
public sealed record LstmGates(Tensor Input, Tensor Forget, Tensor Output, Tensor Candidate, CellState Next);
