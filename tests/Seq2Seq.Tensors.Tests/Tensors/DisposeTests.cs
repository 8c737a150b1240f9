using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Tensors;

public sealed class DisposeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_but_what_was_moved_out()
    {
        torch.Tensor kept, lost, free;
        using (torch.NewDisposeScope())
        {
            lost = torch.ones(2);
            kept = (lost + 1).MoveToOuterDisposeScope();
            free = (lost + 2).DetachFromDisposeScope();
        }

        Assert.True(lost.IsInvalid);
        Assert.Equal([2f, 2f], kept.data<float>().ToArray());
        Assert.Equal([3f, 3f], free.data<float>().ToArray());
    }

    [Fact]
    public void Scopes_nest_and_move_one_step_out()
    {
        using var outer = torch.NewDisposeScope();
        torch.Tensor t;
        using (var inner = torch.NewDisposeScope())
        {
            t = torch.ones(1);
            Assert.Equal(1, inner.DisposablesCount);
            Assert.True(inner.Contains(t));
            t.MoveToOuterDisposeScope();
        }

        Assert.False(t.IsInvalid);
        Assert.True(outer.Contains(t));
    }

    [Fact]
    public void A_scope_can_be_emptied_but_for_some()
    {
        using var scope = torch.NewDisposeScope();
        var (a, b, c) = (torch.ones(1), torch.ones(2), torch.ones(3));

        scope.DisposeEverythingBut(b);
        scope.Detach(b);

        Assert.True(a.IsInvalid && c.IsInvalid && !b.IsInvalid);
        Assert.Equal(0, scope.DisposablesCount);
        b.Dispose();
    }

    [Fact]
    public void Scopes_may_be_closed_out_of_order()
    {
        var first = torch.NewDisposeScope();
        var second = torch.NewDisposeScope();
        var t = torch.ones(1);

        first.Dispose();
        var u = torch.ones(1);
        second.Dispose();
        var v = torch.ones(1);

        Assert.True(t.IsInvalid && u.IsInvalid && !v.IsInvalid);
    }

    [Fact]
    public void A_view_outlives_its_base()
    {
        var x = torch.arange(6).reshape(2, 3);
        var row = x[1];

        x.Dispose();

        Assert.Equal([3L, 4L, 5L], row.data<long>().ToArray());
    }

    [Fact]
    public void A_parameter_takes_the_tensors_place()
    {
        var t = torch.ones(2);
        var p = new Parameter(t);

        Assert.True(t.IsInvalid);
        Assert.True(p.requires_grad && p.is_leaf);
        using (torch.NewDisposeScope())
            (p * 2).sum().backward();
        Assert.Equal([2f, 2f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_gradient_read_in_a_scope_dies_as_a_handle_only()
    {
        var p = torch.ones(2).requires_grad_();
        torch.Tensor handle;
        using (torch.NewDisposeScope())
        {
            (p * 2).sum().backward();
            handle = p.grad!;
        }

        Assert.True(handle.IsInvalid);
        Assert.Equal([2f, 2f], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Scopes_are_per_thread()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor? other = null;

        var thread = new Thread(() => other = torch.ones(1));
        thread.Start();
        thread.Join();

        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(other!.IsInvalid);
    }
}
