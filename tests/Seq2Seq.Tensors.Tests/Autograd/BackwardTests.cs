using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Autograd;

public sealed class BackwardTests
{
    [Fact]
    public void A_chain_of_ops_gives_the_gradient_of_the_formula()
    {
        var x = torch.tensor([1.0, -2.0, 3.0], requires_grad: true);

        (x * x * 3 + x.tanh()).sum().backward();

        var expected = new[] { 1.0, -2.0, 3.0 }.Select(v => (6 * v) + 1 - (Math.Tanh(v) * Math.Tanh(v)));
        Assert.Equal(expected, x.grad!.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void Gradients_add_up_over_passes()
    {
        var x = torch.tensor([1.0, 2.0], requires_grad: true);

        (x * 2).sum().backward();
        (x * 3).sum().backward();

        Assert.Equal([5.0, 5.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_broadcast_operand_gets_the_sum_of_its_gradients()
    {
        var row = torch.tensor([1f, 2f, 3f], requires_grad: true);
        var matrix = torch.ones(4, 3);

        (matrix * row).sum().backward();

        Assert.Equal([4f, 4f, 4f], row.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_buffer_filled_step_by_step_passes_gradients_to_every_step()
    {
        var parts = Enumerable.Range(0, 3).Select(i => torch.tensor([i + 1f, i + 2f], requires_grad: true)).ToArray();
        var buffer = torch.zeros(3, 2);

        for (var i = 0; i < 3; i++)
            buffer[i] = parts[i] * parts[i];
        (buffer * 10).sum().backward();

        for (var i = 0; i < 3; i++)
            Assert.Equal([20f * (i + 1), 20f * (i + 2)], parts[i].grad!.data<float>().ToArray());
    }

    [Fact]
    public void Overwriting_part_of_a_value_in_the_middle_cuts_only_that_part()
    {
        var x = torch.tensor([1f, 2f, 3f], requires_grad: true);
        var y = x * 2;

        y[1] = 7f;
        y.sum().backward();

        Assert.Equal([2f, 0f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Matrix_products_have_gradients_for_both_sides()
    {
        var a = torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }, requires_grad: true);
        var b = torch.tensor(new float[,] { { 5, 6 }, { 7, 8 } }, requires_grad: true);

        a.matmul(b).sum().backward();

        Assert.Equal([11f, 15f, 11f, 15f], a.grad!.data<float>().ToArray());
        Assert.Equal([4f, 4f, 6f, 6f], b.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_parameter_can_be_updated_in_place_without_recording()
    {
        var p = new Parameter(torch.ones(2));
        (p * 3).sum().backward();

        using (torch.no_grad())
            p.sub_(p.grad! * 0.5);

        Assert.Equal([-0.5f, -0.5f], p.data<float>().ToArray());
        Assert.True(p.requires_grad);
        Assert.True(p.is_leaf);
    }

    [Fact]
    public void A_graph_survives_the_scope_that_disposed_its_values()
    {
        var x = torch.tensor([2f], requires_grad: true);
        torch.Tensor loss;
        using (torch.NewDisposeScope())
            loss = (x.exp() * x.exp()).sum().MoveToOuterDisposeScope();

        loss.backward();

        Assert.Equal(2 * Math.Exp(4), x.grad!.item<float>(), 1e-4);
    }

    [Fact]
    public void Softmax_over_the_first_dimension_sums_to_one_and_has_a_gradient()
    {
        var x = torch.randn(3, 4, dtype: torch.float64, requires_grad: true);

        var y = x.softmax(0);
        (y * y).sum().backward();

        Assert.True(y.sum(0).allclose(torch.ones(4, dtype: torch.float64)));
        Assert.True(x.grad!.sum(0).abs().max().item<double>() < 1e-12);
    }

    // Integers, so that the order of the additions does not show.
    [Fact]
    public void Passes_on_several_threads_add_up_in_the_leaves_they_share()
    {
        const int threads = 4, passes = 300;
        var (a, b) = (torch.ones(64, requires_grad: true), torch.ones(64, requires_grad: true));

        Run(i =>
        {
            using var scope = torch.NewDisposeScope();
            var (first, second) = i % 2 == 0 ? (a, b) : (b, a);
            ((first * 2) + (second * first)).sum().backward();
        });

        Assert.All(a.grad!.data<float>().ToArray(), g => Assert.Equal(threads * passes * 2, g));
        Assert.All(b.grad!.data<float>().ToArray(), g => Assert.Equal(threads * passes * 2, g));

        static void Run(Action<int> pass)
        {
            var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
            {
                for (var i = 0; i < passes; i++)
                    pass(i + thread);
            })).ToList();
            workers.ForEach(worker => worker.Start());
            workers.ForEach(worker => worker.Join());
        }
    }

    [Fact]
    public void Autograd_grad_on_one_thread_does_not_see_the_passes_of_another()
    {
        var x = torch.ones(64, requires_grad: true);
        var wrong = 0;
        var other = new Thread(() =>
        {
            for (var i = 0; i < 300; i++)
                (x * 3).sum().backward();
        });

        other.Start();
        for (var i = 0; i < 300; i++)
        {
            var gradient = torch.autograd.grad([(x * 5).sum()], [x])[0];
            wrong += gradient.eq(5).all().item<bool>() ? 0 : 1;
        }

        other.Join();

        Assert.Equal(0, wrong);
        Assert.All(x.grad!.data<float>().ToArray(), g => Assert.Equal(900, g));
    }
}
