using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>nn.LSTM and nn.GRU over whole sequences: forward without gradients, and forward with backward.</summary>
internal static class RnnGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        manual_seed((long)WorkloadFile.Seed);
        var (batch, length, input) = (workload.Int("batch"), workload.Int("len"), workload.Int("input"));
        var (hidden, layers, both) = (workload.Int("hidden"), workload.Int("layers"), workload.Flag("bidirectional"));
        Func<Tensor, Tensor> output;
        nn.Module module;
        if (workload.Text("cell") == "lstm")
        {
            var lstm = nn.LSTM(input, hidden, layers, batchFirst: true, bidirectional: both);
            (module, output) = (lstm, x => lstm.call(x, null).Item1);
        }
        else
        {
            var gru = nn.GRU(input, hidden, layers, batchFirst: true, bidirectional: both);
            (module, output) = (gru, x => gru.call(x, null).Item1);
        }

        var x = rand(batch, length, input);
        var trained = x.clone().requires_grad_();
        var upper = rand_like(output(x).detach());
        var tokens = batch * length;
        Write(results, workload, "forward", tokens, () =>
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            output(x);
        });
        Write(results, workload, "forward_backward", tokens, () =>
        {
            using var scope = NewDisposeScope();
            module.zero_grad();
            trained.grad = null;
            output(trained).backward([upper]);
        });
    }

    private static void Write(ResultWriter results, Workload workload, string suffix, int tokens, Action step)
    {
        var timing = Timing.Measure(step);
        results.Write(
            $"{workload.Name}.{suffix}", workload, timing, ("tokens_per_s", tokens / timing.MedianMs * 1e3), ("tokens_per_s_best", tokens / timing.MinMs * 1e3));
    }
}
