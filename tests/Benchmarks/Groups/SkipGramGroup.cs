using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>One training step of skip-gram with negative sampling; tokens are (centre, context) pairs.</summary>
/// <remarks>The engine's gradients are dense to whoever reads them, and steps are those of dense ones; the peer's are sparse where its optimiser is.</remarks>
internal static class SkipGramGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        manual_seed((long)WorkloadFile.Seed);
        var (batch, negatives, vocabulary) = (workload.Int("batch"), workload.Int("negatives"), workload.Int("vocab"));
        var model = new SkipGram(vocabulary, workload.Int("dim"));
        optim.Optimizer optimizer = workload.Text("optimizer") == "sgd_sparse"
            ? optim.SGD(model.parameters(), workload.Number("lr"))
            : optim.Adam(model.parameters(), workload.Number("lr"));
        var random = new SplitMix64(WorkloadFile.Seed);
        var center = tensor(Enumerable.Range(0, batch).Select(_ => (long)random.Below(vocabulary)).ToArray());
        var context = tensor(Enumerable.Range(0, batch * (1 + negatives)).Select(_ => (long)random.Below(vocabulary)).ToArray(), [batch, 1 + negatives]);
        var label = tensor(Enumerable.Range(0, batch * (1 + negatives)).Select(i => i % (1 + negatives) == 0 ? 1f : 0f).ToArray(), [batch, 1 + negatives]);
        var timing = Timing.Measure(() =>
        {
            using var scope = NewDisposeScope();
            model.zero_grad();
            var scores = model.call(center, context);
            var loss = nn.functional.binary_cross_entropy_with_logits(scores, label, reduction: nn.Reduction.Sum) / batch;
            loss.backward();
            optimizer.step();
            loss.item<float>();
        });
        results.Write(workload.Name, workload, timing, ("tokens_per_s", batch / timing.MedianMs * 1e3), ("tokens_per_s_best", batch / timing.MinMs * 1e3));
    }

    private sealed class SkipGram : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Embedding center;
        private readonly Embedding context;

        public SkipGram(int vocabulary, int width)
            : base(nameof(SkipGram))
        {
            center = nn.Embedding(vocabulary, width);
            context = nn.Embedding(vocabulary, width);
            RegisterComponents();
        }

        public override Tensor forward(Tensor words, Tensor others) =>
            bmm(context.call(others), center.call(words).unsqueeze(2)).squeeze(2);
    }
}
