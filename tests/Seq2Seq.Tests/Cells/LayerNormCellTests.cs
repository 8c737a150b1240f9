using Seq2Seq.Models;
using Seq2Seq.Tests.Models;

namespace Seq2Seq.Tests.Cells;

/// <summary>What no fused layer has, against its formula in plain loops, in doubles.</summary>
public sealed class LayerNormCellTests
{
    private const int Input = 3;
    private const int Hidden = 4;

    // The cell computes in float32.
    private const double Rounding = 2e-6;

    [Theory]
    [InlineData(CellKind.Rnn)]
    [InlineData(CellKind.Gru)]
    [InlineData(CellKind.Lstm)]
    public void A_normalised_cell_is_its_formula(CellKind kind)
    {
        manual_seed(31);
        var cell = Cell.Create(kind, Input, Hidden, layerNorm: true);
        using var noGradient = no_grad();
        foreach (var (name, parameter) in cell.named_parameters())
        {
            if (name.StartsWith("norm", StringComparison.Ordinal)) nn.init.uniform_(parameter, 0.5, 1.5);
        }

        var (x, h, c) = (randn(1, Input), randn(1, Hidden), randn(1, Hidden));
        double[] P(string name) => Near.Values(cell.get_parameter(name)!);
        double[] Norm(string name, double[] v)
        {
            var mean = v.Average();
            var deviation = Math.Sqrt(v.Average(value => (value - mean) * (value - mean)) + 1e-5);
            return [.. v.Select((value, i) => (value - mean) / deviation * P(name + ".weight")[i] + P(name + ".bias")[i])];
        }

        double[] Times(string matrix, string bias, Tensor v) =>
            [.. P(matrix).Chunk((int)v.size(1)).Select((row, i) => row.Zip(Near.Values(v), (a, b) => a * b).Sum() + P(bias)[i])];

        var next = cell.Step(x, new CellState(h, kind == CellKind.Lstm ? c : null));

        var (a, b) = (Norm("norm_x", Times("weight_ih", "bias_ih", x)), Norm("norm_h", Times("weight_hh", "bias_hh", h)));
        double Gate(int gate, int i) => 1 / (1 + Math.Exp(-(a[gate * Hidden + i] + b[gate * Hidden + i])));
        var memory = new double[Hidden];
        var hidden = new double[Hidden];
        for (var i = 0; i < Hidden; i++)
        {
            switch (kind)
            {
                case CellKind.Rnn:
                    hidden[i] = Math.Tanh(a[i] + b[i]);
                    break;
                case CellKind.Gru:
                    var candidate = Math.Tanh(a[2 * Hidden + i] + Gate(0, i) * b[2 * Hidden + i]);
                    hidden[i] = (1 - Gate(1, i)) * candidate + Gate(1, i) * Near.Values(h)[i];
                    break;
                default:
                    memory[i] = Gate(1, i) * Near.Values(c)[i] + Gate(0, i) * Math.Tanh(a[2 * Hidden + i] + b[2 * Hidden + i]);
                    break;
            }
        }

        if (kind == CellKind.Lstm)
        {
            // Ba et al. 2016, eq. 22: the memory is normalised where the output looks at it, not where it is kept.
            hidden = [.. Norm("norm_c", memory).Select((seen, i) => Gate(3, i) * Math.Tanh(seen))];
            for (var i = 0; i < Hidden; i++) Assert.Equal(memory[i], Near.Values(next.Memory!)[i], Rounding);
        }

        for (var i = 0; i < Hidden; i++) Assert.Equal(hidden[i], Near.Values(next.Hidden)[i], Rounding);
    }

    [Fact]
    public void Cells_with_a_rectifier_equal_the_engines_fused_layer()
    {
        manual_seed(32);
        var fused = nn.RNN(Input, Hidden, nonLinearity: nn.NonLinearities.ReLU, batchFirst: true);
        var open = new CellRecurrence(CellKind.Rnn, Input, Hidden, new CellOptions { Activation = CellActivation.Relu });
        using var noGradient = no_grad();
        foreach (var name in new[] { "weight_ih", "weight_hh", "bias_ih", "bias_hh" })
            open.CellAt(0).get_parameter(name)!.copy_(fused.get_parameter(name + "_l0")!);
        var input = randn(2, 6, Input);

        Near.Equal(fused.call(input, null).Item1, open.Run(input).Output, 1e-5);
    }
}
