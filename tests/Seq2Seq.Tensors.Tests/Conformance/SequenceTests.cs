namespace Seq2Seq.Tensors.Conformance;

/// <summary>Padding, packing, dropout and the smaller rules of recurrent modules.</summary>
public sealed class SequenceTests
{
    [Fact]
    public void Sequences_are_padded_time_first()
    {
        var padded = nn.utils.rnn.pad_sequence([torch.tensor([1L, 2L, 3L]), torch.tensor([4L])], padding_value: 9);

        Assert.Equal([3, 2], padded.shape);
        Assert.Equal([1, 4, 2, 9, 3, 9], Check.Values(padded));
    }

    [Fact]
    public void Packing_keeps_real_steps_longest_first()
    {
        var input = torch.arange(12).reshape(4, 3);

        var packed = nn.utils.rnn.pack_padded_sequence(input, torch.tensor([1L, 4L, 2L]), enforce_sorted: false);

        Assert.Equal([3, 2, 1, 1], Check.Values(packed.batch_sizes));
        Assert.Equal([1, 2, 0], Check.Values(packed.sorted_indices!));
        Assert.Equal([2, 0, 1], Check.Values(packed.unsorted_indices!));
        Assert.Equal([1, 2, 0, 4, 5, 7, 10], Check.Values(packed.data));
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(packed, batch_first: true, padding_value: -1);
        Assert.Equal([1, 4, 2], Check.Values(lengths));
        Assert.Equal([0, -1, -1, -1, 1, 4, 7, 10, 2, 5, -1, -1], Check.Values(padded));
    }

    [Fact]
    public void Packed_states_are_those_of_each_sequence_alone()
    {
        torch.manual_seed(1);
        using var gru = nn.GRU(2, 3);
        var input = torch.randn(4, 2, 2);

        var (_, state) = gru.call(nn.utils.rnn.pack_padded_sequence(input, torch.tensor([4L, 2L])));
        var (_, alone) = gru.call(input[..2, 1..]);

        Check.Same(Check.Values(alone[0, 0]), Check.Values(state[0, 1]), 1e-6, "state");
    }

    [Fact]
    public void Dropout_scales_in_training_and_rests_in_evaluation()
    {
        torch.manual_seed(1);
        using var dropout = nn.Dropout(0.25);
        var ones = torch.ones(100_000);

        var dropped = Check.Values(dropout.call(ones));
        dropout.eval();

        Assert.All(dropped, value => Assert.True(value == 0 || Math.Abs(value - (4.0 / 3)) < 1e-6));
        Assert.Equal(1, dropped.Average(), 0.01);
        Assert.Equal(Check.Values(ones), Check.Values(dropout.call(ones)));
        Assert.All(Check.Values(nn.functional.dropout(ones, 1)), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Dropout_between_layers_acts_in_training_only()
    {
        torch.manual_seed(1);
        using var lstm = nn.LSTM(2, 3, numLayers: 2, dropout: 0.5);
        var input = torch.randn(3, 2, 2);

        var (first, _, _) = lstm.call(input);
        var (second, _, _) = lstm.call(input);
        lstm.eval();
        var (third, _, _) = lstm.call(input);
        var (fourth, _, _) = lstm.call(input);

        Assert.NotEqual(Check.Values(first), Check.Values(second));
        Assert.Equal(Check.Values(third), Check.Values(fourth));
    }

    [Fact]
    public void Batch_norm_follows_with_the_unbiased_variance()
    {
        using var norm = nn.BatchNorm1d(1);

        var output = norm.call(torch.tensor([1f, 2f, 6f]).reshape(3, 1));

        Check.Same([-0.92581904, -0.46290952, 1.3887286], Check.Values(output), 1e-6, "output");
        Check.Same([0.3], Check.Values(norm.get_buffer("running_mean")!), 1e-6, "mean");
        Check.Same([1.6], Check.Values(norm.get_buffer("running_var")!), 1e-6, "variance");
        Assert.Equal(1, norm.get_buffer("num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void Weights_survive_the_scope_they_were_made_in()
    {
        Linear linear;
        BatchNorm1d norm;
        using (torch.NewDisposeScope())
        {
            linear = nn.Linear(2, 1);
            norm = nn.BatchNorm1d(1);
        }

        Assert.Equal([1, 1], norm.call(linear.call(torch.ones(1, 2))).shape);
        linear.Dispose();
        norm.Dispose();
    }
}
