using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Modules;

public sealed class RecurrentRetainTests
{
    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("rnn")]
    public void A_graph_that_is_kept_gives_the_same_gradients_again(string kind)
    {
        manual_seed(1);
        var x = randn(3, 4, 5).requires_grad_();
        var (module, output) = Layer(kind, x);

        output.backward([ones_like(output)], retain_graph: true);
        var once = Gradients(module, x);
        module.zero_grad();
        x.grad = null;
        output.backward([ones_like(output)]);

        Assert.Equal(once, Gradients(module, x));
    }

    private static (nn.Module Module, Tensor Output) Layer(string kind, Tensor x)
    {
        if (kind == "lstm")
        {
            var lstm = nn.LSTM(5, 6, bidirectional: true);
            return (lstm, lstm.call(x, null).Item1);
        }

        if (kind == "gru")
        {
            var gru = nn.GRU(5, 6, bidirectional: true);
            return (gru, gru.call(x, null).Item1);
        }

        var rnn = nn.RNN(5, 6, bidirectional: true);
        return (rnn, rnn.call(x, null).Item1);
    }

    private static float[][] Gradients(nn.Module module, Tensor x) =>
        [.. module.parameters().Select(p => p.grad!.data<float>().ToArray()), x.grad!.data<float>().ToArray()];
}
