namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>Steps that keep what follows from a token against steps that compute it every time: the same bits.</summary>
[Collection("thread count")]
public sealed class TokenInputsTests
{
    // Layers, embedding, rest, hidden, states, rows, tokens: a rest or none, parts that end within a depth block and at its end.
    public static TheoryData<int, int, int, int, int, int, int> Shapes => new()
    {
        { 1, 5, 3, 7, 1, 1, 4 }, { 1, 16, 0, 16, 3, 9, 3 }, { 2, 33, 17, 6, 6, 4, 50 }, { 1, 128, 128, 128, 38, 80, 60 },
        { 1, 256, 300, 40, 20, 33, 7 }, { 3, 20, 0, 40, 12, 33, 500 }, { 1, 300, 260, 64, 16, 80, 9 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_step_from_kept_parts_is_the_step_from_the_embeddings(
        int layers, int embedding, int others, int hidden, int states, int rows, int count)
    {
        using var _ = torch.no_grad();
        foreach (var bias in new[] { true, false })
        {
            using var gru = torch.nn.GRU(embedding + others, hidden, layers, bias: bias, batchFirst: true);
            using var lstm = torch.nn.LSTM(embedding + others, hidden, layers, bias: bias);
            var table = torch.randn(count, embedding);
            using var ofGru = new TokenInputs(table);
            using var ofLstm = new TokenInputs(table);

            // Several steps, so that tokens come again, and room is made for more.
            for (var step = 0; step < 6; step++)
            {
                var ids = torch.randint(0, count, new long[] { rows }, torch.int64);
                var rest = others == 0 ? null : torch.randn(rows, others);
                var x = table.index_select(0, ids);
                x = rest is null ? x : torch.cat([x, rest], -1);
                var (h, c) = (torch.randn(layers, states, hidden), torch.randn(layers, states, hidden));
                var from = torch.randint(0, states, new long[] { rows }, torch.int64);

                AssertEqual(FusedOps.step_from(gru, x, h, from), FusedOps.step_from(gru, ofGru, ids, rest, h, from));
                AssertEqual(FusedOps.step_from(lstm, x, (h, c), from), FusedOps.step_from(lstm, ofLstm, ids, rest, (h, c), from));
                var (own, ownCell) = (torch.randn(layers, rows, hidden), torch.randn(layers, rows, hidden));
                AssertEqual(gru.call(x.unsqueeze(1), own), Sequence(FusedOps.step_from(gru, ofGru, ids, rest, own)));
                var (plain, plainHidden, plainCell) = lstm.call(x.unsqueeze(0), (own, ownCell));
                AssertEqual((plain.squeeze(0), plainHidden, plainCell), FusedOps.step_from(lstm, ofLstm, ids, rest, (own, ownCell)));
            }

            Assert.InRange(ofGru.Count, 1, count);
            Assert.Equal(ofGru.Count, ofLstm.Count);
        }
    }

    [Fact]
    public void Weights_and_embeddings_that_change_are_noticed()
    {
        using var _ = torch.no_grad();
        using var gru = torch.nn.GRU(8, 12, batchFirst: true);
        using var other = torch.nn.GRU(8, 12, batchFirst: true);
        var table = torch.randn(9, 8);
        using var tokens = new TokenInputs(table);
        var (ids, h) = (torch.tensor(new long[] { 3, 3, 8 }), torch.randn(1, 3, 12));
        var changes = new Action[]
        {
            () => { }, () => gru.get_parameter("weight_ih_l0")!.mul_(0.5), () => gru.get_parameter("bias_ih_l0")!.add_(1), () => table.neg_(),
        };
        foreach (var change in changes)
        {
            change();
            foreach (var layer in new[] { gru, other })
            {
                AssertEqual(
                    layer.call(table.index_select(0, ids).unsqueeze(1), h), Sequence(FusedOps.step_from(layer, tokens, ids, null, h)));
            }
        }
    }

    [Fact]
    public void With_gradients_and_in_doubles_a_step_comes_from_its_parts()
    {
        using var gru = torch.nn.GRU(4, 6, batchFirst: true);
        using var wide = torch.nn.GRU(4, 6, batchFirst: true, dtype: torch.float64);
        var (ids, h) = (torch.tensor(new long[] { 1, 0, 1 }), torch.randn(1, 3, 6));
        var (table, doubles) = (torch.randn(2, 4).requires_grad_(), torch.randn(2, 4, dtype: torch.float64));
        var copy = table.detach().clone().requires_grad_();
        using var tokens = new TokenInputs(table);
        using var wideTokens = new TokenInputs(doubles);

        FusedOps.step_from(gru, tokens, ids, null, h).output.sum().backward();
        gru.call(copy.index_select(0, ids).unsqueeze(1), h).Item1.sum().backward();

        Assert.Equal(copy.grad!.data<float>().ToArray(), table.grad!.data<float>().ToArray());
        var state = h.to(torch.float64);
        Assert.Equal(
            wide.call(doubles.index_select(0, ids).unsqueeze(1), state).Item1.data<double>().ToArray(),
            FusedOps.step_from(wide, wideTokens, ids, null, state).output.data<double>().ToArray());
    }

    [Fact]
    public void Wrong_arguments_are_told_apart()
    {
        using var gru = torch.nn.GRU(5, 6);
        using var tokens = new TokenInputs(torch.randn(7, 4));
        using var _ = torch.no_grad();
        var (h, rest) = (torch.zeros(1, 2, 6), torch.zeros(2, 1));

        var shapes = Assert.Throws<TensorException>(() => FusedOps.step_from(gru, tokens, torch.zeros(2, dtype: torch.int64), null, h));
        var token = Assert.Throws<TensorException>(() => FusedOps.step_from(gru, tokens, torch.tensor(new long[] { 6, 7 }), rest, h));
        var row = Assert.Throws<TensorException>(
            () => FusedOps.step_from(gru, tokens, torch.tensor(new long[] { 6, 0 }), rest, h, torch.tensor(new long[] { 0, 2 })));
        var table = Assert.Throws<TensorException>(() => new TokenInputs(torch.zeros(3)));

        Assert.Equal(
            "step_from: expected Int64 tokens (R), embeddings and the rest (R) of 5 features together, states (layers, P, 6), Int64 rows (R) and "
            + "layers of one direction, got Int64 [2], [7, 4], none, [1, 2, 6], none and 1.", shapes.Message);
        Assert.Equal("step_from: token 7 of a table of 7 rows; tokens go from 0 to 6.", token.Message);
        Assert.Equal("step_from: row 2 of 2 states; rows go from 0 to 1.", row.Message);
        Assert.Equal("TokenInputs: expected a table of embeddings (V, E), got Float32 [3].", table.Message);
    }

    private static (torch.Tensor, torch.Tensor) Sequence((torch.Tensor Output, torch.Tensor State) step) =>
        (step.Output.unsqueeze(1), step.State);

    private static void AssertEqual((torch.Tensor, torch.Tensor) expected, (torch.Tensor, torch.Tensor) actual)
    {
        AssertEqual(expected.Item1, actual.Item1);
        AssertEqual(expected.Item2, actual.Item2);
    }

    private static void AssertEqual((torch.Tensor, torch.Tensor, torch.Tensor) expected, (torch.Tensor, torch.Tensor, torch.Tensor) actual)
    {
        AssertEqual((expected.Item1, expected.Item2), (actual.Item1, actual.Item2));
        AssertEqual(expected.Item3, actual.Item3);
    }

    private static void AssertEqual(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
    }
}
