namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>The last layer and the choice in one against their composition: the same places, the same bits.</summary>
[Collection("thread count")]
public sealed class LinearTopTests
{
    // Rows that fill no tile, features around a depth block, tokens around a panel and a block of lanes.
    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 1, 64, 64, 1 }, { 2, 7, 300, 7 }, { 5, 33, 257, 32 }, { 6, 16, 1003, 7 }, { 7, 256, 96, 12 }, { 8, 257, 100, 5 }, { 9, 300, 63, 7 },
        { 13, 600, 95, 3 }, { 80, 128, 2803, 7 }, { 3, 20, 4095, 7 }, { 4, 20, 4113, 7 }, { 2, 12, 9001, 20 }, { 193, 40, 130, 9 }, { 400, 24, 70, 4 },
        { 16, 48, 50, 7 }, { 3, 5, 40, 33 }, { 0, 8, 100, 5 }, { 2, 0, 100, 5 }, { 3, 8, 100, 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_gives_what_its_parts_give(int rows, int features, int tokens, int k)
    {
        using var _ = torch.no_grad();
        for (var seed = 0; seed < 8; seed++)
        {
            torch.manual_seed(seed);
            var random = new System.Random(seed);
            // Every other time from few different values, so that many logits are equal.
            var isCoarse = seed % 2 == 1;
            var input = isCoarse ? torch.randint(-1, 2, new long[] { rows, features }).to(torch.float32) : torch.randn(rows, features);
            using var weight = torch.nn.Parameter(isCoarse
                ? torch.randint(-1, 2, new long[] { tokens, features }).to(torch.float32) : torch.randn(tokens, features) * (seed < 4 ? 1 : 0.03));
            var values = new float[tokens];
            for (var i = 0; i < tokens; i++)
                values[i] = random.Next(5) == 0 && seed > 5 ? float.NegativeInfinity : isCoarse ? random.Next(3) : (float)random.NextDouble();
            var bias = seed == 2 ? null : torch.tensor(values);
            // From small to so large that every sum rounds to the same.
            var offsets = seed < 3 ? null : -torch.rand(rows) * (float)Math.Pow(10, seed);

            AssertEqual(input, weight, bias, k, offsets);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(3e38f)]
    public void It_does_so_for_rows_that_have_no_probabilities(float value)
    {
        using var _ = torch.no_grad();
        using var weight = torch.nn.Parameter(torch.randn(150, 40));
        foreach (var place in new[] { 0, 77, 149 })
        {
            var (input, bias) = (torch.randn(11, 40), torch.randn(150));
            input[4, 20] = torch.tensor(value);
            AssertEqual(input, weight, bias, 6, null);
            AssertEqual(input, weight, bias, 6, torch.randn(11));

            bias[place] = torch.tensor(value);
            AssertEqual(torch.randn(11, 40), weight, bias, 6, null);
            AssertEqual(torch.randn(11, 40), weight, torch.full(150, value), 6, torch.randn(11));

            var offsets = torch.randn(11);
            offsets[3] = torch.tensor(value);
            AssertEqual(torch.randn(11, 40), weight, torch.randn(150), 6, offsets);
        }
    }

    [Fact]
    public void It_takes_any_layout_any_rank_doubles_and_weights_that_are_no_parameter()
    {
        using var _ = torch.no_grad();
        using var weight = torch.nn.Parameter(torch.randn(90, 30));
        using var wide = torch.nn.Parameter(torch.randn(90, 30, dtype: torch.float64));

        AssertEqual(torch.randn(30, 12).t(), weight, torch.randn(90), 5, null);
        AssertEqual(torch.randn(2, 6, 30), weight, torch.randn(180)[torch.TensorIndex.Slice(0, 180, 2)], 5, torch.randn(6, 2).t());
        AssertEqual(torch.randn(30), weight, null, 5, torch.tensor(-2f));
        AssertEqual(torch.randn(12, 30), torch.randn(30, 90).t(), null, 5, null);
        AssertEqual(torch.randn(3, 30, dtype: torch.float64), wide, torch.randn(90, dtype: torch.float64), 5, null);
    }

    [Fact]
    public void A_weight_that_was_changed_is_packed_anew_and_threads_change_nothing()
    {
        using var _ = torch.no_grad();
        using var weight = torch.nn.Parameter(torch.randn(700, 64));
        var (input, before) = (torch.randn(70, 64), torch.get_num_threads());
        try
        {
            for (var threads = 1; threads <= 3; threads++)
            {
                torch.set_num_threads(threads);
                weight.mul_(0.9);
                AssertEqual(input, weight, null, 7, torch.zeros(70));
            }
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Where_a_gradient_is_wanted_it_comes_from_the_parts()
    {
        using var layer = torch.nn.Linear(20, 400);
        var input = torch.randn(4, 20);
        FusedOps.linear_log_softmax_topk(input, layer.weight, layer.bias, 3).values.sum().backward();
        var fused = layer.weight.grad!.clone();
        layer.zero_grad();

        layer.call(input).log_softmax(-1).topk(3, -1).values.sum().backward();

        Assert.Equal(layer.weight.grad!.data<float>().ToArray(), fused.data<float>().ToArray());
    }

    [Fact]
    public void Wrong_arguments_are_told_apart()
    {
        var shapes = Assert.Throws<TensorException>(
            () => FusedOps.linear_log_softmax_topk(torch.zeros(2, 5), torch.zeros(7, 4), null, 6, torch.zeros(3)));
        var types = Assert.Throws<TensorException>(
            () => FusedOps.linear_log_softmax_topk(torch.zeros(2, 5), torch.zeros(7, 5, dtype: torch.float64), null, 6));

        Assert.Equal(
            "linear_log_softmax_topk: expected input (..., F), weight (V, F), bias (V), 0 <= k <= V and offsets (...), got [2, 5], [7, 4], none, "
            + "6 and [3].", shapes.Message);
        Assert.Equal(
            "linear_log_softmax_topk: input, weight, bias and offsets must have one floating point type, got Float32, Float64, none and none; "
            + "convert with to(dtype).", types.Message);
    }

    private static void AssertEqual(torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, int k, torch.Tensor? offsets)
    {
        var logits = torch.nn.functional.linear(input, weight, bias).log_softmax(-1);
        var (values, places) = (offsets is null ? logits : logits + offsets.unsqueeze(-1)).topk(k, -1);

        var (fused, fusedPlaces) = FusedOps.linear_log_softmax_topk(input, weight, bias, k, offsets);

        Assert.Equal(places.shape, fusedPlaces.shape);
        Assert.Equal(places.data<long>().ToArray(), fusedPlaces.data<long>().ToArray());
        Assert.Equal(Bits(values), Bits(fused));
    }

    private static long[] Bits(torch.Tensor x) => x.dtype == torch.ScalarType.Float64
        ? [.. x.data<double>().ToArray().Select(v => double.IsNaN(v) ? long.MaxValue : BitConverter.DoubleToInt64Bits(v))]
        : [.. x.data<float>().ToArray().Select(v => float.IsNaN(v) ? long.MaxValue : BitConverter.SingleToInt32Bits(v))];
}
