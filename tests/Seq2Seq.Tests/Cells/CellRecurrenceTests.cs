using Seq2Seq.Models;
using Seq2Seq.Tests.Models;

namespace Seq2Seq.Tests.Cells;

public sealed class CellRecurrenceTests
{
    // Sums of products in another order, float32.
    private const double Rounding = 1e-5;

    [Theory]
    [InlineData(CellKind.Rnn, 1, false)]
    [InlineData(CellKind.Gru, 1, false)]
    [InlineData(CellKind.Lstm, 1, false)]
    [InlineData(CellKind.Rnn, 2, true)]
    [InlineData(CellKind.Gru, 2, true)]
    [InlineData(CellKind.Lstm, 3, true)]
    public void Cells_equal_the_engines_fused_layers(CellKind kind, int layers, bool bidirectional)
    {
        manual_seed(3);
        var fused = new FusedRecurrence(kind, 5, 4, layers, bidirectional);
        var open = new CellRecurrence(kind, 5, 4, new CellOptions { Layers = layers, Bidirectional = bidirectional });
        CopyWeights(fused, open, layers, bidirectional ? 2 : 1);
        var input = randn(3, 6, 5);
        var lengths = tensor(new long[] { 4, 6, 1 });

        foreach (var real in new[] { null, lengths })
        {
            var expected = fused.Run(input, lengths: real);
            var actual = open.Run(input, lengths: real);
            Near.Equal(expected.Output, actual.Output, Rounding);
            Near.Equal(expected.Final.Hidden, actual.Final.Hidden, Rounding);
            if (kind == CellKind.Lstm) Near.Equal(expected.Final.Memory!, actual.Final.Memory!, Rounding);
        }
    }

    [Theory]
    [InlineData(CellKind.Rnn)]
    [InlineData(CellKind.Gru)]
    [InlineData(CellKind.Lstm)]
    public void Gradients_equal_those_of_the_fused_layers(CellKind kind)
    {
        manual_seed(4);
        var fused = new FusedRecurrence(kind, 3, 4);
        var open = new CellRecurrence(kind, 3, 4);
        CopyWeights(fused, open, 1, 1);
        var input = randn(2, 5, 3);

        fused.Run(input).Output.square().sum().backward();
        open.Run(input).Output.square().sum().backward();

        foreach (var (a, b) in fused.parameters().Zip(open.parameters())) Near.Equal(a.grad!, b.grad!, 1e-4);
    }

    [Fact]
    public void A_forget_bias_of_one_keeps_the_memory_open()
    {
        manual_seed(5);
        var cell = new LstmCell(3, 64, forgetBias: 1);
        var gates = cell.Gates(zeros(1, 3), cell.Zero(1, zeros(1)));

        // σ(1) = 0.7311 with nothing else in the sum.
        Near.Equal(full(1, 64, 0.7310586, dtype: ScalarType.Float32), gates.Forget, 1e-6);
    }

    [Theory]
    [InlineData(CellActivation.Tanh, 0.46211716)]
    [InlineData(CellActivation.Relu, 0.5)]
    [InlineData(CellActivation.LeakyRelu, 0.5)]
    [InlineData(CellActivation.Elu, 0.5)]
    public void A_plain_cell_squashes_as_told(CellActivation activation, double ofHalf)
    {
        var cell = new RnnCell(1, 1, activation);
        using var noGradient = no_grad();
        foreach (var parameter in cell.parameters()) parameter.zero_();
        cell.get_parameter("weight_ih")!.fill_(1);

        Assert.Equal(ofHalf, cell.Step(full(1, 1, 0.5, dtype: ScalarType.Float32), cell.Zero(1, zeros(1))).Hidden.ToDouble(), 1e-6);
        var below = cell.Step(full(1, 1, -0.5, dtype: ScalarType.Float32), cell.Zero(1, zeros(1))).Hidden.ToDouble();
        Assert.Equal(
            activation switch
            {
                CellActivation.Relu => 0,
                CellActivation.LeakyRelu => -0.005,
                CellActivation.Elu => -0.39346934,
                _ => -0.46211716,
            }, below, 1e-6);
    }

    [Fact]
    public void Variational_dropout_drops_the_same_features_at_every_step()
    {
        // A seed whose mask does not keep exactly half of the features.
        manual_seed(7);
        var layers = new CellRecurrence(CellKind.Rnn, 40, 2, new CellOptions { VariationalDropout = 0.5, Activation = CellActivation.Relu });
        using (no_grad())
        {
            foreach (var (name, parameter) in layers.named_parameters())
            {
                parameter.zero_();
                if (name.EndsWith("weight_ih", StringComparison.Ordinal)) parameter.fill_(1);
            }
        }

        var output = layers.Run(ones(1, 5, 40)).Output;

        // Each step's sum of kept inputs is the same number: 2 for each of those the one mask keeps.
        var sums = Near.Values(output.select(0, 0).narrow(0, 0, 1));
        for (var t = 0; t < 5; t++) Assert.Equal(sums[0], Near.Values(output.select(1, t))[0], 1e-4);
        Assert.NotEqual(40, sums[0]);
        layers.eval();
        Assert.Equal(40, Near.Values(layers.Run(ones(1, 1, 40)).Output)[0], 1e-4);
    }

    [Fact]
    public void A_residual_layer_adds_its_input()
    {
        manual_seed(1);
        var plain = new CellRecurrence(CellKind.Gru, 4, 4, new CellOptions { Layers = 1 });
        manual_seed(1);
        var residual = new CellRecurrence(CellKind.Gru, 4, 4, new CellOptions { Layers = 1, Residual = true });
        var input = randn(2, 3, 4);

        Near.Equal(plain.Run(input).Output + input, residual.Run(input).Output, 1e-6);
    }

    [Fact]
    public void An_initial_state_for_two_directions_is_refused()
    {
        var layers = new FusedRecurrence(CellKind.Gru, 3, 4, bidirectional: true);

        var error = Assert.Throws<ArgumentException>(() => layers.Run(zeros(1, 2, 3), layers.Zero(1, ScalarType.Float32)));

        Assert.Equal(
            "Recurrence.Run: got an initial state for a bidirectional network; expected null, both directions start from zeros. "
            + "(Parameter 'state')", error.Message);
    }

    private static void CopyWeights(FusedRecurrence from, CellRecurrence to, int layers, int directions)
    {
        using var noGradient = no_grad();
        var weights = from.state_dict().ToDictionary(x => x.Key[(x.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], x => x.Value);
        for (var layer = 0; layer < layers; layer++)
        {
            for (var direction = 0; direction < directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                foreach (var name in new[] { "weight_ih", "weight_hh", "bias_ih", "bias_hh" })
                {
                    to.CellAt(layer, direction).get_parameter(name)!.copy_(weights[name + suffix]);
                }
            }
        }
    }
}
