namespace Seq2Seq.Models;

/// <summary>h' = f(W x + b + U h + c), the plain recurrent cell.</summary>
/// <remarks>Elman 1990. With layer norm, each of the two products is normalised first (Ba et al. 2016, eq. 4).</remarks>
public sealed class RnnCell : Cell
{
    private readonly CellActivation _activation;
    private readonly LayerNorm? norm_x;
    private readonly LayerNorm? norm_h;

    /// <summary>A cell for inputs of size I and a state of size H.</summary>
    public RnnCell(
        long inputSize, long hiddenSize, CellActivation activation = CellActivation.Tanh, bool layerNorm = false)
        : base(nameof(RnnCell), inputSize, hiddenSize, gates: 1)
    {
        _activation = activation;
        if (layerNorm) (norm_x, norm_h) = (nn.LayerNorm(hiddenSize), nn.LayerNorm(hiddenSize));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override CellState Step(Tensor x, CellState state)
    {
        var fromInput = nn.functional.linear(x, weight_ih, bias_ih);
        var fromState = nn.functional.linear(state.Hidden, weight_hh, bias_hh);
        if (norm_x is not null) (fromInput, fromState) = (norm_x.call(fromInput), norm_h!.call(fromState));
        var sum = fromInput + fromState;
        return new CellState(_activation switch
        {
            CellActivation.Relu => sum.relu(),
            CellActivation.LeakyRelu => nn.functional.leaky_relu(sum, 0.01),
            CellActivation.Elu => nn.functional.elu(sum, 1.0),
            _ => sum.tanh(),
        });
    }
}
