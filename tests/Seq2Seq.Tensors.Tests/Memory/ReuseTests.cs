using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Memory;

/// <summary>The engine uses the objects of its own tensors again; those that a user held must never come alive again.</summary>
public sealed class ReuseTests
{
    [Fact]
    public void What_was_disposed_stays_disposed_however_many_tensors_come_after_it()
    {
        var step = new Step();
        var held = new List<torch.Tensor>();
        for (var i = 0; i < 3; i++)
            step.Run(held);

        for (var i = 0; i < 20; i++)
            step.Run([]);

        Assert.All(held, tensor =>
        {
            Assert.True(tensor.IsInvalid);
            Assert.Throws<InvalidOperationException>(() => tensor.sum());
            tensor.Dispose();
        });
        step.Run([]);
    }

    [Fact]
    public void What_a_user_keeps_keeps_its_numbers()
    {
        var step = new Step();
        step.Run([]);
        using var gradient = step.Weight.grad!;
        using var loss = step.Loss();
        var (before, value) = (gradient.data<float>().ToArray(), loss.item<float>());

        for (var i = 0; i < 20; i++)
            step.Run([]);

        Assert.Equal(before, gradient.data<float>().ToArray());
        Assert.Equal(value, loss.item<float>());
    }

    [Fact]
    public void A_gradient_got_from_autograd_is_the_users_own()
    {
        var step = new Step();
        using var gradient = torch.autograd.grad([step.Loss()], [step.Weight])[0];
        var before = gradient.data<float>().ToArray();
        var disposed = torch.autograd.grad([step.Loss()], [step.Weight])[0];
        disposed.Dispose();

        for (var i = 0; i < 20; i++)
            step.Run([]);

        Assert.Equal(before, gradient.data<float>().ToArray());
        Assert.True(disposed.IsInvalid);
    }

    [Fact]
    public void An_accessor_that_was_disposed_shows_nothing_else()
    {
        using var scope = torch.NewDisposeScope();
        var accessor = torch.ones(3).data<float>();
        accessor.Dispose();

        for (var i = 0; i < 20; i++)
            new Step().Run([]);

        Assert.Throws<InvalidOperationException>(() => accessor[0]);
        Assert.Throws<InvalidOperationException>(() => accessor.ToArray());
    }

    private sealed class Step
    {
        private readonly Embedding _embedding = torch.nn.Embedding(50, 8);
        private readonly Linear _linear = torch.nn.Linear(8, 8);
        private readonly torch.Tensor _tokens = torch.tensor(new long[] { 1, 2, 3, 1, 5, 6 }, [2, 3]);
        private readonly torch.optim.Optimizer _optimizer;

        public Step() => _optimizer = torch.optim.Adam([.. _embedding.parameters(), .. _linear.parameters()]);

        public Parameter Weight => _linear.weight;

        public torch.Tensor Loss() => torch.tanh(_linear.call(_embedding.call(_tokens))).square().mean();

        public void Run(List<torch.Tensor> held)
        {
            using var scope = torch.NewDisposeScope();
            _embedding.zero_grad();
            _linear.zero_grad();
            var x = _embedding.call(_tokens);
            var y = _linear.call(x);
            var part = y.narrow(1, 0, 2).transpose(0, 1);
            var loss = torch.cat([torch.tanh(part), part * 2], 0).square().mean();
            loss.backward();
            torch.nn.utils.clip_grad_norm_([_embedding.weight, _linear.weight], 0.1);
            held.AddRange([x, y, part, loss, _linear.weight.grad!, _embedding.weight.grad!, y.detach()]);
            _optimizer.step();
        }
    }
}
