namespace Seq2Seq.Tensors.Tests.Memory;

/// <summary>A step's objects serve the next step; what leaves the step is the user's own.</summary>
[Collection("thread count")]
public sealed class StepScopeTests
{
    [Fact]
    public void A_step_computes_the_same_bits_as_an_ordinary_scope()
    {
        var reused = Losses(check: false);
        var ordinary = Losses(check: true);

        Assert.Equal(ordinary, reused);
    }

    [Fact]
    public void What_is_moved_out_keeps_its_numbers_and_its_graph()
    {
        using var outer = torch.NewDisposeScope();
        var weight = torch.ones(3).requires_grad_();
        torch.Tensor moved, detached;
        using (torch.NewStepScope())
        {
            moved = (weight * 3).exp().MoveToOuterDisposeScope();
            detached = (weight * 2).square().DetachFromDisposeScope();
        }

        for (var i = 0; i < 20; i++)
            Work(weight);

        Assert.Equal(Enumerable.Repeat(MathF.Exp(3), 3), moved.data<float>().ToArray(), new Near());
        Assert.Equal([4f, 4f, 4f], detached.data<float>().ToArray());
        weight.grad = null;
        (moved.sum() + detached.sum()).backward();
        Assert.Equal(Enumerable.Repeat((3 * MathF.Exp(3)) + 8, 3), weight.grad!.data<float>().ToArray(), new Near());
        detached.Dispose();
    }

    [Fact]
    public void What_was_moved_out_and_disposed_later_is_never_used_again()
    {
        var weight = torch.ones(3);
        torch.Tensor kept;
        using (torch.NewStepScope())
            kept = (weight * 2).DetachFromDisposeScope();
        using (torch.NewStepScope())
            kept.Dispose();

        for (var i = 0; i < 20; i++)
            Work(weight);

        Assert.True(kept.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => kept.sum());
    }

    [Fact]
    public void Disposing_twice_within_a_step_is_harmless()
    {
        using var step = torch.NewStepScope();
        var x = torch.ones(3) * 2;
        x.Dispose();
        var y = torch.ones(3) * 5;

        x.Dispose();

        Assert.True(x.IsInvalid);
        Assert.Equal(15, y.sum().item<float>());
    }

    [Fact]
    public void Ending_a_step_twice_does_not_end_the_next_one()
    {
        var first = torch.NewStepScope();
        first.Dispose();
        using var second = torch.NewStepScope();
        var x = torch.ones(3);

        first.Dispose();

        Assert.Equal(3, x.sum().item<float>());
    }

    [Fact]
    public void A_step_within_a_step_is_an_ordinary_scope_of_it()
    {
        using var step = torch.NewStepScope();
        torch.Tensor inner, moved;
        using (torch.NewStepScope())
        {
            inner = torch.ones(2) + 1;
            moved = (torch.ones(2) + 2).MoveToOuterDisposeScope();
        }

        Assert.True(inner.IsInvalid);
        Assert.Equal(6, moved.sum().item<float>());
    }

    [Fact]
    public void Where_steps_are_checked_a_kept_tensor_throws()
    {
        StepObjects.Checks = true;
        try
        {
            torch.Tensor kept;
            using (torch.NewStepScope())
                kept = torch.ones(3) * 2;
            for (var i = 0; i < 20; i++)
                Work(torch.ones(3));

            Assert.Equal(Throw.Disposed().Message, Assert.Throws<InvalidOperationException>(() => kept.sum()).Message);
        }
        finally
        {
            StepObjects.Checks = false;
        }
    }

    // A graph may end before the tensors it was made of, in ordinary scopes too: what was used again must not answer for it.
    [Fact]
    public void A_graph_whose_tensors_were_disposed_lives_as_long_as_one_of_them()
    {
        var weight = torch.ones(3).requires_grad_();
        var loss = Deep(weight);

        for (var i = 0; i < 20; i++)
            Work(weight);
        weight.grad = null;
        loss.backward();

        Assert.Equal(Enumerable.Repeat(1f, 3), weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_graph_of_a_hundred_thousand_ops_ends_without_running_out_of_stack()
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.ones(1).requires_grad_();
        var y = x * 1;
        for (var i = 0; i < 100_000; i++)
        {
            var next = y + 0;
            y.Dispose();
            y = next;
        }

        y.Dispose();

        Assert.True(y.IsInvalid);
    }

    private static torch.Tensor Deep(torch.Tensor weight)
    {
        using var scope = torch.NewDisposeScope();
        var y = weight * 1;
        for (var i = 0; i < 10; i++)
            y = y.view(1, 3).transpose(0, 1).reshape(3) * 1;
        return y.sum().MoveToOuterDisposeScope();
    }

    private static void Work(torch.Tensor weight)
    {
        using var step = torch.NewStepScope();
        var y = torch.tanh((weight * 7).view(1, 3)) + 1;
        if (y.requires_grad)
            y.sum().backward();
    }

    private static float[] Losses(bool check)
    {
        StepObjects.Checks = check;
        try
        {
            torch.manual_seed(7);
            var model = StepModel.Of("additive");
            var losses = new float[8];
            for (var i = 0; i < losses.Length; i++)
            {
                model.Run();
                losses[i] = model.Last;
            }

            return losses;
        }
        finally
        {
            StepObjects.Checks = false;
        }
    }

    // exp is exact to an ulp or two.
    private sealed class Near : IEqualityComparer<float>
    {
        public bool Equals(float x, float y) => Math.Abs(x - y) < 1e-3;

        public int GetHashCode(float value) => 0;
    }
}
