namespace Seq2Seq.Tensors.Conformance;

/// <summary>What initialisers draw, measured on large tensors.</summary>
public sealed class InitialiserTests
{
    [Theory]
    [InlineData("Linear", 0.05)]
    [InlineData("LSTM", 0.1)]
    [InlineData("Conv1d", 0.05773502691896258)]
    [InlineData("xavier", 0.09258200997725514)]
    [InlineData("kaiming", 0.12247448713915891)]
    [InlineData("kaiming fan out", 0.1414213562373095)]
    public void Uniform_weights_fill_their_bound(string which, double bound)
    {
        torch.manual_seed(1);
        var weight = which switch
        {
            "Linear" => nn.Linear(400, 300).weight!,
            "LSTM" => nn.LSTM(40, 100).get_parameter("weight_hh_l0")!,
            "Conv1d" => nn.Conv1d(100, 300, 3).weight!,
            "xavier" => nn.init.xavier_uniform_(torch.empty(new long[] { 300, 400 })),
            "kaiming" => nn.init.kaiming_uniform_(torch.empty(new long[] { 300, 400 })),
            _ => nn.init.kaiming_uniform_(torch.empty(new long[] { 300, 400 }), mode: nn.init.FanInOut.FanOut),
        };

        var values = Check.Values(weight);

        // 40,000 draws and more: the ends are met to a thousandth, the variance bound² / 3 to a fiftieth.
        Assert.InRange(values.Max(), bound * 0.999, bound);
        Assert.InRange(values.Min(), -bound, -bound * 0.999);
        Assert.Equal(1, values.Average(value => value * value) / (bound * bound / 3), 0.02);
    }

    [Fact]
    public void Embeddings_are_normal_with_a_zero_padding_row()
    {
        torch.manual_seed(1);
        var values = Check.Values(nn.Embedding(1000, 50, padding_idx: 3).weight!);

        Assert.All(values[150..200], value => Assert.Equal(0, value));
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, values.Average(value => value * value), 0.02);
    }

    [Theory]
    [InlineData(4, 9)]
    [InlineData(9, 4)]
    public void Orthogonal_rows_or_columns_are_orthonormal(long rows, long columns)
    {
        torch.manual_seed(1);
        var w = nn.init.orthogonal_(torch.empty(new long[] { rows, columns }), gain: 2);

        var product = rows <= columns ? w.mm(w.t()) : w.t().mm(w);

        var few = (int)Math.Min(rows, columns);
        var expected = Enumerable.Range(0, few * few).Select(i => i / few == i % few ? 4.0 : 0.0).ToArray();
        Check.Same(expected, Check.Values(product), 1e-5, "product");
    }

    [Fact]
    public void Simple_fills_return_their_tensor()
    {
        var t = torch.empty(new long[] { 2, 2 });

        Assert.Equal([3, 3, 3, 3], Check.Values(nn.init.constant_(t, 3)));
        Assert.Equal([1, 1, 1, 1], Check.Values(nn.init.ones_(t)));
        Assert.Equal([1, 0, 0, 1], Check.Values(nn.init.eye_(t)));
        Assert.Equal([0, 0, 0, 0], Check.Values(nn.init.zeros_(t)));
    }

    [Fact]
    public void Fans_count_inputs_and_outputs()
    {
        Assert.Equal((5, 3), nn.init.CalculateFanInAndFanOut(torch.zeros(3, 5)));
        Assert.Equal((15, 20), nn.init.CalculateFanInAndFanOut(torch.zeros(4, 3, 5)));
    }

    [Fact]
    public void Gains_are_those_of_PyTorch()
    {
        Assert.Equal(5.0 / 3, nn.init.calculate_gain(nn.init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), nn.init.calculate_gain(nn.init.NonlinearityType.ReLU));
        Assert.Equal(1.3867504905630728, nn.init.calculate_gain(nn.init.NonlinearityType.LeakyReLU, 0.2), 1e-15);
        Assert.Equal(1, nn.init.calculate_gain(nn.init.NonlinearityType.Sigmoid));
    }

    [Fact]
    public void Sparse_leaves_a_share_of_zeros_in_every_column()
    {
        torch.manual_seed(1);
        var w = nn.init.sparse_(torch.empty(new long[] { 10, 4 }), 0.25);

        Assert.Equal([3, 3, 3, 3], Check.Values(w.eq(0).sum(dim: 0)));
    }
}
