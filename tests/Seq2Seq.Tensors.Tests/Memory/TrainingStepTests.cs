using System.Diagnostics;
using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors.Tests.Memory;

[Collection("thread count")]
public sealed class TrainingStepTests
{
    [Fact]
    public void Ten_thousand_steps_take_no_more_memory_than_the_first()
    {
        var step = new StepLoop();
        for (var i = 0; i < 100; i++)
            step.Run();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (native, set) = (NativePool.OutstandingBytes + NativePool.PooledBytes, Environment.WorkingSet);

        for (var i = 0; i < 10_000; i++)
            step.Run();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(native, NativePool.OutstandingBytes + NativePool.PooledBytes);
        Assert.True(Environment.WorkingSet - set < 64 << 20, $"grew by {(Environment.WorkingSet - set) >> 20} MiB");
    }

    // In an ordinary scope a tensor handed to the user is an object of its own, because use after dispose must be noticed. Beside those
    // nothing: no ops, slots and places in the graph, no handles of the engine's own, no lists, no saved tensors, no shapes.
    // 150 bytes when this was written.
    [Fact]
    public void A_step_in_an_ordinary_scope_leaves_its_tensors_to_the_collector_and_nothing_else()
    {
        const long Most = 180;
        var step = new StepLoop();

        var bytes = LeastBytes(() => step.Run(), Most * StepLoop.Ops);

        Assert.True(bytes < Most * StepLoop.Ops, $"{bytes / StepLoop.Ops} bytes per op, forward and backward");
    }

    [Theory]
    [InlineData("cell", 1)]
    [InlineData("cell", 2)]
    [InlineData("packed", 1)]
    [InlineData("packed", 2)]
    [InlineData("additive", 1)]
    [InlineData("additive", 2)]
    [InlineData("feeding", 1)]
    [InlineData("feeding", 2)]
    [InlineData("transformer", 1)]
    [InlineData("transformer", 2)]
    public void A_step_in_a_step_scope_leaves_nothing_to_the_collector(string model, int threads)
    {
        var before = Workers.ThreadCount;
        Workers.ThreadCount = threads;
        try
        {
            var step = StepModel.Of(model);

            Assert.Equal(0, LeastBytes(step.Run, 1));
        }
        finally
        {
            Workers.ThreadCount = before;
        }
    }

    [Fact]
    public void A_step_that_makes_an_array_is_noticed()
    {
        var step = new StepLoop();
        var kept = Array.Empty<long>();

        var bytes = LeastBytes(() => kept = [.. kept.AsSpan(..0), step.Run()], 1);

        Assert.InRange(bytes, 24, 100_000);
    }

    [Fact]
    public void Ten_thousand_steps_in_step_scopes_take_no_more_memory_than_the_first()
    {
        var step = StepModel.Of("additive");
        for (var i = 0; i < 200; i++)
            step.Run();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (native, set, heap) = (NativePool.OutstandingBytes + NativePool.PooledBytes, Environment.WorkingSet, GC.GetTotalMemory(true));

        for (var i = 0; i < 10_000; i++)
            step.Run();

        Assert.Equal(native, NativePool.OutstandingBytes + NativePool.PooledBytes);
        Assert.True(GC.GetTotalMemory(true) - heap < 1 << 20, $"the heap grew by {GC.GetTotalMemory(true) - heap} bytes");
        Assert.True(Environment.WorkingSet - set < 64 << 20, $"grew by {(Environment.WorkingSet - set) >> 20} MiB");
    }

    // Of all threads, for the workers must not allocate either. Code that the runtime has not compiled for the second time yet allocates
    // what it will not later, and now and then the runtime itself does: the least of batches of steps, until one is below the bound.
    private static long LeastBytes(Action step, long bound)
    {
        const int Batch = 8;
        for (var i = 0; i < 200; i++)
            step();
        var least = long.MaxValue;
        for (var clock = Stopwatch.StartNew(); least >= bound && clock.Elapsed.TotalSeconds < 10;)
        {
            var (own, all) = (GC.GetAllocatedBytesForCurrentThread(), GC.GetTotalAllocatedBytes(precise: true));
            for (var i = 0; i < Batch; i++)
                step();
            (own, all) = (GC.GetAllocatedBytesForCurrentThread() - own, GC.GetTotalAllocatedBytes(precise: true) - all);
            least = Math.Min(least, Math.Max(own, all) / Batch);
        }

        return least;
    }

    // Four steps of a cell over a batch of two, made of small ops, with clipping and Adam.
    private sealed class StepLoop
    {
        public const int Ops = (4 * 6) + 3;
        private readonly Linear _input = torch.nn.Linear(4, 8);
        private readonly Linear _state = torch.nn.Linear(8, 8);
        private readonly torch.Tensor _x = torch.randn(2, 4, 4);
        private readonly Parameter[] _parameters;
        private readonly torch.optim.Optimizer _optimizer;

        public StepLoop()
        {
            _parameters = [.. _input.parameters(), .. _state.parameters()];
            _optimizer = torch.optim.Adam(_parameters);
        }

        public long Run()
        {
            using var scope = torch.NewDisposeScope();
            _optimizer.zero_grad();
            var h = torch.zeros(2, 8);
            for (var t = 0; t < 4; t++)
                h = torch.tanh(_input.call(_x.select(1, t)) + _state.call(h)) * 0.5f;
            (h * h).mean().backward();
            torch.nn.utils.clip_grad_norm_(_parameters, 1);
            _optimizer.step();
            return _parameters.Length;
        }
    }
}
