using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Softmax, activations, normalisation, embedding and the Adam update through the public API.</summary>
internal static class ElementwiseGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        manual_seed((long)WorkloadFile.Seed);
        var shape = workload.Shape.Select(n => (long)n).ToArray();
        var elements = shape.Aggregate(1L, (a, b) => a * b);
        if (workload.Text("op") == "adam_step")
        {
            var parameter = nn.Parameter(rand(shape));
            parameter.grad = rand(shape) * 1e-2;
            var optimizer = optim.Adam([parameter], 1e-3);
            Write(results, workload, "update", elements, () => optimizer.step());
            return;
        }

        var x = randn(shape);
        var other = randn(shape);
        var random = new SplitMix64(WorkloadFile.Seed);
        var vocabulary = workload.Has("vocab") ? workload.Int("vocab") : (int)shape[^1];
        var ids = shape.Length > 1 ? tensor(Enumerable.Range(0, (int)shape[0]).Select(_ => (long)random.Below(vocabulary)).ToArray()) : null;
        if (workload.Text("op") == "embedding")
            x = randn(vocabulary, shape[1]);
        var weight = ones(shape[^1], requires_grad: true);
        var bias = zeros(shape[^1], requires_grad: true);
        Func<Tensor, Tensor> function = workload.Text("op") switch
        {
            "softmax" => v => v.softmax(-1),
            "log_softmax" => v => v.log_softmax(-1),
            "cross_entropy" => v => nn.functional.cross_entropy(v, ids!),
            "tanh" => v => v.tanh(),
            "sigmoid" => v => v.sigmoid(),
            "exp" => v => v.exp(),
            "add" => v => v + other,
            "mul" => v => v * other,
            "dropout" => v => nn.functional.dropout(v, 0.1, true),
            "layer_norm" => v => nn.functional.layer_norm(v, [shape[^1]], weight, bias),
            "embedding" => v => nn.functional.embedding(ids!, v),
            var unknown => throw new ArgumentException("elementwise: no operation " + unknown),
        };
        Write(results, workload, "forward", elements, () =>
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            function(x);
        });
        var leaf = x.clone().requires_grad_();
        var upper = rand_like(function(x).detach());
        Write(results, workload, "forward_backward", elements, () =>
        {
            using var scope = NewDisposeScope();
            leaf.grad = null;
            weight.grad = null;
            bias.grad = null;
            function(leaf).backward([upper]);
        });
    }

    private static void Write(ResultWriter results, Workload workload, string suffix, long elements, Action step)
    {
        var timing = Timing.Measure(step);
        results.Write(
            $"{workload.Name}.{suffix}", workload, timing,
            ("gelements_per_s", elements / timing.MedianMs * 1e-6), ("gelements_per_s_best", elements / timing.MinMs * 1e-6));
    }
}
