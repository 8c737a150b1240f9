namespace Seq2Seq.Tensors.Tests.Tensors;

[Collection("thread count")]
public sealed class MemoryTests
{
    // 5 MB of new tensors a step: a thousand steps that kept them would need 5 GB. Without a scope the pool lets
    // 512 MB gather before it asks the collector. Little is computed: this is about memory, in any instruction set.
    [Theory]
    [InlineData(true, 300)]
    [InlineData(false, 1200)]
    public void A_thousand_training_steps_do_not_grow_the_working_set(bool scoped, int megabytes)
    {
        var weights = torch.randn(8, 8).requires_grad_();
        for (var i = 0; i < 20; i++)
            Step();
        var before = WorkingSet();

        for (var i = 0; i < 1000; i++)
            Step();
        var after = WorkingSet();

        Assert.True(after - before < megabytes * 1_000_000L, $"grew by {(after - before) / 1_000_000} MB");

        void Step()
        {
            using var scope = scoped ? torch.NewDisposeScope() : null;
            var x = torch.rand(16384, 8);
            var y = x.matmul(weights).relu().matmul(weights).relu();
            (y * y).mean().backward();
            using (torch.no_grad())
                weights.sub_(weights.grad! * 0.01);
            weights.grad = null;
        }
    }

    [Fact]
    public void Undisposed_tensors_are_given_back_by_the_collector()
    {
        var before = WorkingSet();

        for (var i = 0; i < 2000; i++)
            _ = torch.zeros(1024, 1024);

        Assert.True(WorkingSet() - before < 1_500_000_000, "8 GB of dead tensors were kept");
    }

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
