namespace Seq2Seq.Tensors.Tests.Autograd;

public sealed class GraphTests
{
    [Fact]
    public void Retain_graph_allows_a_second_pass()
    {
        var x = torch.tensor(3.0).requires_grad_();
        var y = x * x;

        y.backward(retain_graph: true);
        y.backward();

        Assert.Equal(12.0, x.grad!.item<double>());
    }

    [Fact]
    public void Ops_that_save_nothing_can_be_walked_twice()
    {
        var x = torch.ones(2).requires_grad_();
        var y = (x + 1).sum();

        y.backward();
        y.backward();

        Assert.Equal([2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_gradient_in_the_middle_can_be_kept_and_read()
    {
        var x = torch.tensor([1.0, 2.0]).requires_grad_();
        var h = x * 3;
        h.retain_grad();

        (h * h).sum().backward();

        Assert.Equal([6.0, 12.0], h.grad!.data<double>().ToArray());
        Assert.Equal([18.0, 36.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Grad_of_the_middle_is_null_unless_kept()
    {
        var x = torch.ones(1).requires_grad_();
        var h = x * 3;

        h.backward();

        Assert.Null(h.grad);
        Assert.NotNull(x.grad);
    }

    [Fact]
    public void Autograd_grad_leaves_every_grad_alone()
    {
        var x = torch.tensor(2.0).requires_grad_();
        var w = torch.tensor(3.0).requires_grad_();
        w.grad = torch.tensor(7.0);

        var gradients = torch.autograd.grad([x * x * w], [x, w]);

        Assert.Equal(12.0, gradients[0].item<double>());
        Assert.Equal(4.0, gradients[1].item<double>());
        Assert.Null(x.grad);
        Assert.Equal(7.0, w.grad!.item<double>());
    }

    [Fact]
    public void Autograd_grad_reaches_values_in_the_middle()
    {
        var x = torch.tensor(2.0).requires_grad_();
        var h = x * 5;

        var gradients = torch.autograd.grad([h * h], [h]);

        Assert.Equal(20.0, gradients[0].item<double>());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Inputs_limit_where_gradients_go()
    {
        var a = torch.tensor(2.0).requires_grad_();
        var b = torch.tensor(3.0).requires_grad_();

        (a * b).backward(inputs: [a]);

        Assert.Equal(3.0, a.grad!.item<double>());
        Assert.Null(b.grad);
    }

    [Fact]
    public void A_seed_weighs_the_outputs()
    {
        var x = torch.ones(2).requires_grad_();

        (x * 2).backward([torch.tensor([1f, 10f])]);

        Assert.Equal([2f, 20f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_without_grad_and_the_state_comes_back()
    {
        var x = torch.ones(1).requires_grad_();
        using (torch.no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (torch.enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(torch.is_grad_enabled());
        }

        Assert.True((x * 2).requires_grad);
        using (torch.enable_grad(false))
            Assert.False((x * 2).requires_grad);
    }

    [Fact]
    public void Recording_is_switched_per_thread()
    {
        using var off = torch.no_grad();
        var there = false;

        var thread = new Thread(() => there = torch.is_grad_enabled());
        thread.Start();
        thread.Join();

        Assert.True(there);
    }

    [Fact]
    public void Leaves_and_results_are_told_apart()
    {
        var x = torch.ones(2).requires_grad_();

        Assert.True(x.is_leaf);
        Assert.False((x * 1).is_leaf);
        Assert.True((torch.ones(2) * 1).is_leaf);
        Assert.True((x * 1).detach().is_leaf);
        Assert.False(x.clone().is_leaf);
        Assert.True(x.to(torch.float32).is_leaf);
    }

    [Fact]
    public void A_conversion_returns_the_gradient_in_the_leafs_own_type()
    {
        var x = torch.ones(2).requires_grad_();

        (x.to(torch.float64) * 3).sum().backward();

        Assert.Equal(torch.float32, x.grad!.dtype);
        Assert.Equal([3f, 3f], x.grad.data<float>().ToArray());
    }

    [Fact]
    public void Changing_what_an_op_did_not_save_is_harmless()
    {
        var x = torch.ones(2).requires_grad_();
        var y = x * 1;
        var z = y.exp();

        y.add_(5);
        z.sum().backward();

        Assert.Equal(Math.E, x.grad!.data<float>()[0], 1e-6);
    }

    [Fact]
    public void Conventions_at_kinks_are_those_of_PyTorch()
    {
        Assert.Equal(0.0, At(0, x => x.relu()));
        Assert.Equal(0.0, At(0, x => x.abs()));
        Assert.Equal(1.0, At(1, x => x.clamp(-1, 1)));
        Assert.Equal(0.0, At(0, x => x.norm()));
        Assert.Equal(double.PositiveInfinity, At(0, x => x.sqrt()));
        Assert.Equal(0.5, At(1, x => x.maximum(torch.tensor(1.0))));
        Assert.Equal(0.5, At(2, x => torch.stack([x, torch.tensor(2.0)]).max()));
        Assert.True(double.IsNaN(At(0, x => torch.where(x.gt(0), x.log(), torch.tensor(0.0)))));

        static double At(double value, Func<torch.Tensor, torch.Tensor> f)
        {
            var x = torch.tensor(value).requires_grad_();
            f(x).backward();
            return x.grad!.item<double>();
        }
    }

    [Fact]
    public void A_gradient_can_be_set_and_taken_away()
    {
        var x = torch.ones(2).requires_grad_();

        x.grad = torch.ones(2);
        (x * 2).sum().backward();
        Assert.Equal([3f, 3f], x.grad!.data<float>().ToArray());
        x.grad = null;

        Assert.Null(x.grad);
        Assert.Throws<TensorException>(() => x.grad = torch.ones(3));
    }

    [Fact]
    public void A_held_gradient_follows_later_passes()
    {
        var x = torch.ones(1).requires_grad_();
        x.sum().backward();
        var held = x.grad!;

        x.sum().backward();

        Assert.Equal(2f, held.item<float>());
    }
}
