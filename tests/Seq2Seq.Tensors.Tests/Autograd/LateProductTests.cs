namespace Seq2Seq.Tensors.Tests.Autograd;

public sealed class LateProductTests
{
    private const int Rows = 30;
    private const int Inputs = 7;
    private const int Outputs = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_weight_used_at_every_step_gets_the_bits_of_one_product_after_the_other(int steps)
    {
        var (weight, inputs) = (Weight(), Inputs_(steps));
        var expected = Chain(inputs, 1);

        // From the second pass on the weight is known to be used several times.
        for (var pass = 0; pass < 3; pass++)
        {
            weight.grad = null;
            Loop(weight, inputs).backward();

            Assert.Equal(expected, weight.grad!.data<float>().ToArray());
        }
    }

    [Fact]
    public void Gradients_are_added_to_those_of_another_pass()
    {
        var (weight, inputs) = (Weight(), Inputs_(4));
        Loop(weight, inputs).backward();
        Loop(weight, inputs).backward();

        var once = Chain(inputs, 1);

        Assert.Equal(once.Select(value => value + value), weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Another_use_between_two_steps_is_added_in_its_turn()
    {
        var (weight, inputs) = (Weight(), Inputs_(4));
        for (var pass = 0; pass < 2; pass++)
        {
            weight.grad = null;
            var first = torch.nn.functional.linear(inputs[0], weight).sum() + torch.nn.functional.linear(inputs[1], weight).sum();
            var middle = (weight * 0.1f).sum();
            var last = torch.nn.functional.linear(inputs[2], weight).sum() + torch.nn.functional.linear(inputs[3], weight).sum();
            (first + middle + last).backward();
        }

        // Backward meets the newest use first.
        var sums = new float[Outputs * Inputs];
        Chain(sums, inputs[3]);
        Chain(sums, inputs[2]);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += 0.1f;
        Chain(sums, inputs[1]);
        Chain(sums, inputs[0]);
        Assert.Equal(sums, weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_pass_that_fails_leaves_nothing_behind()
    {
        var (weight, inputs) = (Weight(), Inputs_(5));
        Loop(weight, inputs).backward();
        var broken = torch.ones(2, 2).requires_grad_();
        var square = broken * 1;
        var loss = (square * square).sum() + Loop(weight, inputs);
        using (torch.no_grad())
            square.add_(1);
        weight.grad = null;

        Assert.Throws<TensorException>(() => loss.backward());
        Loop(weight, inputs).backward();

        Assert.Equal(Chain(inputs, 1), weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_computed_weight_passes_on_what_was_put_together()
    {
        var (weight, inputs) = (Weight(), Inputs_(6));
        for (var pass = 0; pass < 2; pass++)
        {
            weight.grad = null;
            Loop(weight * 2, inputs).backward();
        }

        Assert.Equal(Chain(inputs, 1).Select(value => 2 * value), weight.grad!.data<float>().ToArray());
    }

    private static torch.Tensor Weight() => torch.ones(Outputs, Inputs).requires_grad_();

    private static torch.Tensor[] Inputs_(int steps)
    {
        torch.manual_seed(steps);
        return [.. Enumerable.Range(0, steps).Select(_ => torch.randn(Rows, Inputs))];
    }

    private static torch.Tensor Loop(torch.Tensor weight, torch.Tensor[] inputs)
    {
        var sum = torch.nn.functional.linear(inputs[0], weight).sum();
        for (var i = 1; i < inputs.Length; i++)
            sum = sum + torch.nn.functional.linear(inputs[i], weight).sum();
        return sum;
    }

    private static float[] Chain(torch.Tensor[] inputs, float slope)
    {
        var sums = new float[Outputs * Inputs];
        foreach (var input in inputs.Reverse())
            Chain(sums, input, slope);
        return sums;
    }

    // dW[o, i] continues its chain over the rows: dy is the slope everywhere.
    private static void Chain(float[] sums, torch.Tensor input, float slope = 1)
    {
        var x = input.data<float>().ToArray();
        for (var o = 0; o < Outputs; o++)
        {
            for (var i = 0; i < Inputs; i++)
            {
                for (var row = 0; row < Rows; row++)
                    sums[(o * Inputs) + i] = MathF.FusedMultiplyAdd(slope, x[(row * Inputs) + i], sums[(o * Inputs) + i]);
            }
        }
    }
}
