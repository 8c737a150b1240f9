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

    // A tensor handed to the user is an object of its own, because use after dispose must be noticed; so is its place in the graph
    // (op, slot, inputs), which it can reach. Beside those nothing: no handles of the engine's own, no lists of a scope or a backward
    // pass, no saved tensors, no shapes. 362 bytes when this was written.
    [Fact]
    public void A_step_leaves_little_to_the_collector()
    {
        const long Most = 400;
        var step = new StepLoop();
        for (var i = 0; i < 200; i++)
            step.Run();

        // Code that the runtime has not compiled for the second time yet allocates what it will not later: wait until it has.
        var perOp = long.MaxValue;
        for (var clock = Stopwatch.StartNew(); perOp >= Most && clock.Elapsed.TotalSeconds < 10;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
                step.Run();
            perOp = Math.Min(perOp, (GC.GetAllocatedBytesForCurrentThread() - before) / 10 / StepLoop.Ops);
        }

        Assert.True(perOp < Most, $"{perOp} bytes per op, forward and backward");
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

        public void Run()
        {
            using var scope = torch.NewDisposeScope();
            _optimizer.zero_grad();
            var h = torch.zeros(2, 8);
            for (var t = 0; t < 4; t++)
                h = torch.tanh(_input.call(_x.select(1, t)) + _state.call(h)) * 0.5f;
            (h * h).mean().backward();
            torch.nn.utils.clip_grad_norm_(_parameters, 1);
            _optimizer.step();
        }
    }
}
