using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Modules;

public sealed class RecurrentZeroStateTests
{
    private const int Batch = 11, Inputs = 5;

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
            using var scope = NewDisposeScope();
            var x = (batchFirst ? randn(Batch, steps, Inputs) : randn(steps, Batch, Inputs)).requires_grad_();
            var lengths = arange(Batch).remainder(steps).add(1);
            var sequence = packed ? nn.utils.rnn.pack_padded_sequence(x, lengths, batchFirst, enforce_sorted: false) : null;
            var (module, call) = Layer(kind, hidden, batchFirst, twoWays);

            var without = Values(module, x, call(x, sequence, null));
            var with = Values(module, x, call(x, sequence, zeros(twoWays ? 2 : 1, Batch, hidden)));

            Assert.Equal(with, without);
        }
    }

    private delegate (Tensor Output, Tensor Last) Call(Tensor x, nn.utils.rnn.PackedSequence? packed, Tensor? state);

    private static (nn.Module Module, Call Call) Layer(string kind, int hidden, bool batchFirst, bool twoWays)
    {
        switch (kind)
        {
            case "lstm":
                var lstm = nn.LSTM(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                return (lstm, (x, packed, state) => packed is null ? First(lstm.call(x, Pair(state))) : First(lstm.call(packed, Pair(state))));
            case "gru":
                var gru = nn.GRU(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                return (gru, (x, packed, state) => packed is null ? gru.call(x, state) : First(gru.call(packed, state)));
            default:
                var rnn = nn.RNN(Inputs, hidden, batchFirst: batchFirst, bidirectional: twoWays);
                return (rnn, (x, packed, state) => packed is null ? rnn.call(x, state) : First(rnn.call(packed, state)));
        }
    }

    private static (Tensor, Tensor)? Pair(Tensor? state) => state is null ? null : (state, state);

    // What comes out and all gradients of it.
    private static float[][] Values(nn.Module module, Tensor x, (Tensor Output, Tensor Last) result)
    {
        (x.grad, var (output, last)) = (null, result);
        module.zero_grad();
        (output.square().sum() + last.sum()).backward(retain_graph: true);
        return [Values(output), Values(last), Values(x.grad!), .. module.parameters().Select(p => Values(p.grad!))];
    }

    private static (Tensor, Tensor) First((Tensor Output, Tensor State, Tensor Cell) result) => (result.Output, result.State);

    private static (Tensor, Tensor) First((nn.utils.rnn.PackedSequence Output, Tensor State, Tensor Cell) result) =>
        (result.Output.data, result.State);

    private static (Tensor, Tensor) First((nn.utils.rnn.PackedSequence Output, Tensor State) result) => (result.Output.data, result.State);

    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
