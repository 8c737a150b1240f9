namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>Steps that share states against their composition from copies of the states: the same bits.</summary>
[Collection("thread count")]
public sealed class BranchTests
{
    // Layers, inputs, hidden, states, rows: one row and many, more states than rows, sizes that fill no vector.
    public static TheoryData<int, int, int, int, int> Shapes => new()
    {
        { 1, 5, 7, 1, 1 }, { 1, 16, 16, 3, 9 }, { 2, 33, 17, 6, 4 }, { 1, 256, 128, 38, 80 }, { 3, 20, 40, 12, 33 }, { 1, 130, 300, 16, 80 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_step_from_shared_states_is_the_step_from_their_copies(int layers, int inputs, int hidden, int states, int rows)
    {
        using var _ = torch.no_grad();
        foreach (var (bias, batchFirst) in new[] { (true, true), (false, false) })
        {
            using var gru = torch.nn.GRU(inputs, hidden, layers, bias: bias, batchFirst: batchFirst);
            using var lstm = torch.nn.LSTM(inputs, hidden, layers, bias: bias, batchFirst: batchFirst);
            var (x, h, c) = (torch.randn(rows, inputs), torch.randn(layers, states, hidden), torch.randn(layers, states, hidden));
            var from = torch.randint(0, states, new long[] { rows }, torch.int64);
            var steps = x.unsqueeze(batchFirst ? 1 : 0);
            // As a sequence of two the way is another one.
            var two = torch.cat([steps, steps], batchFirst ? 1 : 0);

            var (output, hN) = FusedOps.step_from(gru, x, h, from);
            var (lstmOutput, lstmState, lstmCell) = FusedOps.step_from(lstm, x, (h, c), from);

            var (plain, plainState) = gru.call(steps, h.index_select(1, from));
            AssertEqual(plain.view(rows, hidden), output);
            AssertEqual(plainState, hN);
            AssertEqual(gru.call(two, h.index_select(1, from)).Item1.select(batchFirst ? 1 : 0, 0), output);
            var (lstmPlain, plainHidden, plainCell) = lstm.call(steps, (h.index_select(1, from), c.index_select(1, from)));
            AssertEqual(lstmPlain.view(rows, hidden), lstmOutput);
            AssertEqual(plainHidden, lstmState);
            AssertEqual(plainCell, lstmCell);
            AssertEqual(lstm.call(two, (h.index_select(1, from), c.index_select(1, from))).Item1.select(batchFirst ? 1 : 0, 0), lstmOutput);
        }
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        using var _ = torch.no_grad();
        using var lstm = torch.nn.LSTM(100, 128);
        var (x, h, c) = (torch.randn(70, 100), torch.randn(1, 30, 128), torch.randn(1, 30, 128));
        var from = torch.randint(0, 30, new long[] { 70 }, torch.int64);
        var expected = FusedOps.step_from(lstm, x, (h, c), from).cN.data<float>().ToArray();
        var before = torch.get_num_threads();
        try
        {
            for (var threads = 1; threads <= 3; threads++)
            {
                torch.set_num_threads(threads);
                Assert.Equal(expected, FusedOps.step_from(lstm, x, (h, c), from).cN.data<float>().ToArray());
            }
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void With_gradients_and_in_doubles_a_step_comes_from_its_parts()
    {
        using var gru = torch.nn.GRU(4, 6, batchFirst: true);
        using var wide = torch.nn.GRU(4, 6, dtype: torch.float64);
        var (x, h, from) = (torch.randn(5, 4), torch.randn(1, 3, 6).requires_grad_(), torch.tensor(new long[] { 2, 0, 2, 2, 1 }));
        var copy = h.detach().clone().requires_grad_();
        var (y, state) = (torch.randn(5, 4, dtype: torch.float64), torch.randn(1, 3, 6, dtype: torch.float64));

        FusedOps.step_from(gru, x, h, from).output.sum().backward();
        gru.call(x.unsqueeze(1), copy.index_select(1, from)).Item1.sum().backward();

        Assert.Equal(copy.grad!.data<float>().ToArray(), h.grad!.data<float>().ToArray());
        Assert.Equal(
            wide.call(y.unsqueeze(0), state.index_select(1, from)).Item1.data<double>().ToArray(),
            FusedOps.step_from(wide, y, state, from).output.data<double>().ToArray());
    }

    [Theory]
    [InlineData(1, 1, 7, 3)]
    [InlineData(5, 1, 25, 512)]
    [InlineData(3, 5, 25, 100)]
    [InlineData(40, 2, 10, 128)]
    public void A_product_with_named_items_is_the_product_with_their_copies(int count, int m, int k, int n)
    {
        var (a, b) = (torch.randn(count, m, k), torch.randn(4, k, n));
        var items = torch.randint(0, 4, new long[] { count }, torch.int64);
        var (wideA, wideB) = (a.to(torch.float64), b.to(torch.float64).requires_grad_());

        AssertEqual(a.bmm(b.index_select(0, items)), FusedOps.bmm_of(a, b, items));
        AssertEqual(a.bmm(b.transpose(1, 2).contiguous().transpose(1, 2).index_select(0, items)), FusedOps.bmm_of(a, b.transpose(1, 2).contiguous().transpose(1, 2), items));
        Assert.Equal(
            wideA.bmm(wideB.index_select(0, items)).data<double>().ToArray(), FusedOps.bmm_of(wideA, wideB, items).data<double>().ToArray());
    }

    [Fact]
    public void Additive_weights_of_named_items_are_those_of_their_copies()
    {
        var (queries, keys, vector, bias) = (torch.randn(7, 2, 19), torch.randn(3, 11, 19), torch.randn(1, 19), torch.randn(1));
        var mask = torch.rand(3, 11) > 0.3;
        var items = torch.tensor(new long[] { 2, 2, 0, 1, 0, 2, 1 });
        using var recorded = keys.clone().requires_grad_();

        foreach (var some in new[] { null, mask })
        {
            var expected = FusedOps.additive_weights(queries, keys.index_select(0, items), vector, bias, some?.index_select(0, items));

            AssertEqual(expected, FusedOps.additive_weights(queries, keys, vector, bias, some, items: items));
            AssertEqual(expected, FusedOps.additive_weights(queries, recorded, vector, bias, some, items: items));
        }
    }

    [Fact]
    public void Wrong_arguments_are_told_apart()
    {
        using var gru = torch.nn.GRU(4, 6);
        using var _ = torch.no_grad();
        var (x, h, items) = (torch.zeros(2, 4), torch.zeros(1, 3, 6), torch.tensor(new long[] { 0, 3 }));

        var shapes = Assert.Throws<TensorException>(() => FusedOps.step_from(gru, x, h, torch.tensor(new long[] { 0 })));
        var row = Assert.Throws<TensorException>(() => FusedOps.step_from(gru, x, h, items));
        var product = Assert.Throws<TensorException>(() => FusedOps.bmm_of(torch.zeros(2, 1, 4), torch.zeros(3, 5, 6), items));
        var item = Assert.Throws<TensorException>(() => FusedOps.bmm_of(torch.zeros(2, 1, 5), torch.zeros(3, 5, 6), items));
        var weights = Assert.Throws<TensorException>(
            () => FusedOps.additive_weights(torch.zeros(2, 1, 4), torch.zeros(3, 5, 4), torch.zeros(1, 4), items: items));

        Assert.Equal(
            "step_from: expected input (R, 4), states (layers, P, 6), Int64 rows (R) and layers of one direction, got [2, 4], [1, 3, 6], "
            + "Int64 [1] and 1.",
            shapes.Message);
        Assert.Equal("step_from: row 3 of 3 states; rows go from 0 to 2.", row.Message);
        Assert.Equal("bmm_of: expected a (N, m, k), b (B, k, n) and Int64 items (N), got [2, 1, 4], [3, 5, 6] and Int64 [2].", product.Message);
        Assert.Equal("bmm_of: item 3 of a batch of 3; items go from 0 to 2.", item.Message);
        Assert.Equal("additive_weights: item 3 of a batch of 3; items go from 0 to 2.", weights.Message);
    }

    private static void AssertEqual(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.contiguous().data<float>().ToArray(), actual.contiguous().data<float>().ToArray());
    }
}
