using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Modules;

public sealed class RecurrentZeroStateTests
{
    // A state that is not given is not multiplied; one of zeros that is given is. The bits are the same.
    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("rnn")]
    public void A_first_state_of_zeros_is_the_same_given_or_not(string kind)
    {
        bool[] either = [false, true];
        var shapes = from batchFirst in either
                     from twoWays in either
                     from packed in either
                     from steps in new[] { 1, 9 }
                     from hidden in new[] { 3, 70 }
                     select (batchFirst, twoWays, packed, steps, hidden);
        foreach (var (batchFirst, twoWays, packed, steps, hidden) in shapes)
        {
            var without = Run(kind, batchFirst, twoWays, packed, steps, hidden, given: false);
            var with = Run(kind, batchFirst, twoWays, packed, steps, hidden, given: true);

            Assert.Equal(with, without);
        }
    }

    private static float[][] Run(string kind, bool batchFirst, bool twoWays, bool packed, int steps, int hidden, bool given)
    {
        const int Batch = 11, Inputs = 5;
        manual_seed(3);
        using var scope = NewDisposeScope();
        var x = (batchFirst ? randn(Batch, steps, Inputs) : randn(steps, Batch, Inputs)).requires_grad_();
        var zero = zeros(twoWays ? 2 : 1, Batch, hidden);
        var lengths = arange(Batch).remainder(steps).add(1);
        var sequence = packed ? nn.utils.rnn.pack_padded_sequence(x, lengths, batchFirst, enforce_sorted: false) : null;
        nn.Module module;
        Tensor output, last;
        switch (kind)
        {
            case "lstm":
                var lstm = nn.LSTM(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                (Tensor, Tensor)? pair = given ? (zero, zero) : null;
                module = lstm;
                (output, last) = sequence is null ? First(lstm.call(x, pair)) : First(lstm.call(sequence, pair));
                break;
            case "gru":
                var gru = nn.GRU(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                module = gru;
                (output, last) = sequence is null ? gru.call(x, given ? zero : null) : First(gru.call(sequence, given ? zero : null));
                break;
            default:
                var rnn = nn.RNN(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                module = rnn;
                (output, last) = sequence is null ? rnn.call(x, given ? zero : null) : First(rnn.call(sequence, given ? zero : null));
                break;
        }

        (output.square().sum() + last.sum()).backward();
        return [Values(output), Values(last), Values(x.grad!), .. module.parameters().Select(p => Values(p.grad!))];
    }

    private static (Tensor, Tensor) First((Tensor Output, Tensor State, Tensor Cell) result) => (result.Output, result.State);

    private static (Tensor, Tensor) First((nn.utils.rnn.PackedSequence Output, Tensor State, Tensor Cell) result) =>
        (result.Output.data, result.State);

    private static (Tensor, Tensor) First((nn.utils.rnn.PackedSequence Output, Tensor State) result) => (result.Output.data, result.State);

    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
