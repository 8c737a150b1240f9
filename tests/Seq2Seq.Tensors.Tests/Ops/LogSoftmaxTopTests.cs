namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>The fused op against its composition: the same places, the same bits.</summary>
[Collection("thread count")]
public sealed class LogSoftmaxTopTests
{
    // Rows too short for the fused way, around its block lengths, and long.
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 3, 7, 2 }, { 2, 8, 1 }, { 5, 16, 2 }, { 4, 31, 3 }, { 4, 33, 4 }, { 3, 64, 7 }, { 3, 65, 8 }, { 2, 127, 7 }, { 2, 200, 20 },
        { 7, 1003, 7 }, { 2, 2803, 12 }, { 1, 5000, 32 }, { 1, 5000, 33 }, { 1, 9001, 5 }, { 0, 100, 5 }, { 2, 100, 0 }, { 33, 300, 6 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_gives_what_its_parts_give(int rows, int columns, int k)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new System.Random(seed);
            // Every other time from few different values, so that many are equal.
            var values = new float[rows * columns];
            for (var i = 0; i < values.Length; i++)
                values[i] = seed % 2 == 0 ? (float)(8 * random.NextDouble() - 4) : random.Next(5) * 0.75f;
            for (var i = 0; seed > 1 && i < values.Length; i++)
                values[i] = random.Next(4) == 0 ? float.NegativeInfinity : values[i];
            var logits = torch.tensor(values, rows, columns);
            var offsets = seed < 4 ? null : -torch.rand(rows) * 30;

            AssertEqual(logits, k, offsets);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void It_does_so_for_rows_that_have_no_probabilities(float value)
    {
        foreach (var place in new[] { 0, 40, 99 })
        {
            var logits = torch.randn(3, 100);
            logits[1, place] = torch.tensor(value);
            if (float.IsNegativeInfinity(value))
                logits.select(0, 1).fill_(value);

            AssertEqual(logits, 4, null);
            AssertEqual(logits, 4, torch.randn(3));
            AssertEqual(torch.randn(3, 100), 4, torch.tensor(new[] { 0f, value, 1f }));
        }
    }

    [Fact]
    public void It_takes_any_layout_any_rank_and_doubles()
    {
        AssertEqual(torch.randn(300, 4).t(), 3, null);
        AssertEqual(torch.randn(2, 3, 90), 5, torch.randn(2, 3));
        AssertEqual(torch.randn(90), 5, torch.tensor(-2f));
        AssertEqual(torch.randn(3, 90, dtype: torch.float64), 5, torch.randn(3, dtype: torch.float64));
    }

    [Fact]
    public void Where_a_gradient_is_wanted_it_comes_from_the_parts()
    {
        var fused = torch.randn(2, 50).requires_grad_();
        var plain = fused.detach().clone().requires_grad_();

        FusedOps.log_softmax_topk(fused, 3).values.sum().backward();
        plain.log_softmax(-1).topk(3, -1).values.sum().backward();

        Assert.Equal(plain.grad!.data<float>().ToArray(), fused.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Wrong_arguments_are_told_apart()
    {
        var shapes = Assert.Throws<TensorException>(() => FusedOps.log_softmax_topk(torch.zeros(2, 5), 6, torch.zeros(3)));
        var types = Assert.Throws<TensorException>(() => FusedOps.log_softmax_topk(torch.zeros(2, 5, dtype: torch.int64), 1));

        Assert.Equal("log_softmax_topk: expected logits (..., V), 0 <= k <= V and offsets (...), got [2, 5], 6 and [3].", shapes.Message);
        Assert.Equal(
            "log_softmax_topk: logits and offsets must have one floating point type, got Int64 and none; convert with to(dtype).", types.Message);
    }

    // topk of plain numbers goes the same way for short lists.
    [Fact]
    public void The_largest_of_a_row_come_in_order_and_equal_ones_by_place()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new System.Random(seed);
            var columns = 80 + random.Next(400);
            var row = new float[columns];
            for (var i = 0; i < columns; i++)
                row[i] = seed % 3 == 0 ? random.Next(6) : seed % 3 == 1 ? (float)random.NextDouble() : random.Next(9) == 0 ? float.NaN : random.Next(50);
            var k = 1 + random.Next(9);
            var expected = Enumerable.Range(0, columns).OrderByDescending(i => float.IsNaN(row[i]) ? float.PositiveInfinity : row[i]).Take(k);

            var (values, places) = torch.tensor(row).topk(k);

            Assert.Equal(expected.Select(i => (long)i), places.data<long>().ToArray());
            Assert.Equal(places.data<long>().ToArray().Select(i => row[i]), values.data<float>().ToArray());
        }
    }

    private static void AssertEqual(torch.Tensor logits, int k, torch.Tensor? offsets)
    {
        using var _ = torch.no_grad();
        var all = logits.log_softmax(-1);
        var (values, places) = (offsets is null ? all : all + offsets.unsqueeze(-1)).topk(k, -1);

        var (fused, fusedPlaces) = FusedOps.log_softmax_topk(logits, k, offsets);

        Assert.Equal(places.shape, fusedPlaces.shape);
        Assert.Equal(places.data<long>().ToArray(), fusedPlaces.data<long>().ToArray());
        Assert.Equal(Bits(values), Bits(fused));
    }

    private static long[] Bits(torch.Tensor x) => x.dtype == torch.ScalarType.Float64
        ? [.. x.data<double>().ToArray().Select(v => double.IsNaN(v) ? long.MaxValue : BitConverter.DoubleToInt64Bits(v))]
        : [.. x.data<float>().ToArray().Select(v => float.IsNaN(v) ? long.MaxValue : BitConverter.SingleToInt32Bits(v))];
}
