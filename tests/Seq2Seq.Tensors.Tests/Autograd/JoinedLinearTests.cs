using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Autograd;

/// <summary>What is computed for several steps at once, or on the way, has the bits of one step after the other.</summary>
public sealed class JoinedLinearTests
{
    private const int Rows = 9;
    private const int Inputs = 40;
    private const int Outputs = 70;
    private const int Steps = 5;

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Steps_that_end_in_one_layer_and_are_joined_get_the_gradients_of_each_alone(int dim, bool shaped)
    {
        var (layer, inputs, slopes) = Given();

        // From the second pass on the weights are known to be used several times.
        for (var pass = 0; pass < 3; pass++)
        {
            layer.zero_grad();
            foreach (var x in inputs)
                x.grad = null;
            var outputs = inputs.Select(x => shaped ? layer.call(x.view(Rows, Inputs)).view(Rows, 1, Outputs) : layer.call(x)).ToArray();
            cat(outputs, dim).backward([cat(slopes, dim)]);
        }

        for (var t = 0; t < Steps; t++)
            Same(Alone(layer, inputs[t], slopes[t]), inputs[t].grad!);
        Same(ChainOfWeight(inputs, slopes), layer.weight.grad!);
        Same(ChainOfBias(slopes), layer.bias!.grad!);
    }

    [Fact]
    public void A_result_that_is_also_used_elsewhere_gets_both_gradients()
    {
        var (layer, inputs, slopes) = Given();
        var outputs = inputs.Select(x => layer.call(x)).ToArray();

        var more = (outputs[2] * outputs[2]).sum();
        (more + (cat(outputs, 1) * cat(slopes, 1)).sum()).backward();

        var both = slopes[2] + (2 * outputs[2].detach());
        Assert.True(Alone(layer, inputs[2], both).allclose(inputs[2].grad!, 1e-4, 1e-5));
        Same(Alone(layer, inputs[1], slopes[1]), inputs[1].grad!);
    }

    [Fact]
    public void A_graph_can_be_walked_twice()
    {
        var (layer, inputs, slopes) = Given();
        var joined = cat(inputs.Select(x => layer.call(x)).ToArray(), 1);

        joined.backward([cat(slopes, 1)], retain_graph: true);
        joined.backward([cat(slopes, 1)]);

        Same(2 * Alone(layer, inputs[0], slopes[0]), inputs[0].grad!);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.1, true)]
    public void The_bias_before_a_cross_entropy_gets_the_sums_of_the_rows_in_their_order(double smoothing, bool weighted)
    {
        manual_seed(2);
        const int Classes = 1500;
        var layer = nn.Linear(Inputs, Classes);
        var targets = randint(0, Classes, [4 * Rows]);
        targets[3] = -100;
        var weight = weighted ? rand(Classes) : null;
        var logits = layer.call(randn(4, Rows, Inputs));
        logits.retain_grad();

        nn.functional.cross_entropy(logits.reshape(-1, Classes), targets, weight, label_smoothing: smoothing).backward();

        var sums = zeros(Classes);
        foreach (var row in logits.grad!.view(-1, Classes).unbind(0))
            sums.add_(row);
        Same(sums, layer.bias!.grad!);
        Assert.True(logits.grad!.abs().sum().item<float>() > 0);
    }

    private static (Linear Layer, Tensor[] Inputs, Tensor[] Slopes) Given()
    {
        manual_seed(1);
        var layer = nn.Linear(Inputs, Outputs);
        var inputs = Enumerable.Range(0, Steps).Select(_ => randn(Rows, 1, Inputs).requires_grad_()).ToArray();
        return (layer, inputs, [.. inputs.Select(_ => randn(Rows, 1, Outputs))]);
    }

    private static Tensor Alone(Linear layer, Tensor input, Tensor slope)
    {
        var x = input.detach().clone().requires_grad_();
        return autograd.grad([layer.call(x)], [x], [slope])[0];
    }

    // Backward meets the last step first; a chain of multiply-adds over all rows.
    private static Tensor ChainOfWeight(Tensor[] inputs, Tensor[] slopes)
    {
        var sums = new float[Outputs * Inputs];
        for (var t = Steps - 1; t >= 0; t--)
        {
            var (x, dy) = (inputs[t].data<float>().ToArray(), slopes[t].data<float>().ToArray());
            for (var i = 0; i < sums.Length; i++)
            {
                for (var row = 0; row < Rows; row++)
                    sums[i] = MathF.FusedMultiplyAdd(dy[(row * Outputs) + (i / Inputs)], x[(row * Inputs) + (i % Inputs)], sums[i]);
            }
        }

        return tensor(sums).view(Outputs, Inputs);
    }

    private static Tensor ChainOfBias(Tensor[] slopes)
    {
        var sums = zeros(Outputs);
        foreach (var slope in slopes.Reverse())
        {
            foreach (var row in slope.view(Rows, Outputs).unbind(0))
                sums.add_(row);
        }

        return sums;
    }

    private static void Same(Tensor expected, Tensor actual) =>
        Assert.Equal(expected.contiguous().data<float>().ToArray(), actual.contiguous().data<float>().ToArray());
}
