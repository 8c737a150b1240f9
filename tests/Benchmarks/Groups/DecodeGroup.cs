using Benchmarks.Measuring;
using Benchmarks.Models;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Greedy and beam-search decoding with untrained weights; the end is forbidden before the last step.</summary>
internal static class DecodeGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        var timing = Timing.Measure(Decoder(workload));
        var tokens = workload.Int("batch") * workload.Int("steps");
        results.Write(
            workload.Name, workload, timing, ("tokens_per_s", tokens / timing.MedianMs * 1e3),
            ("tokens_per_s_best", tokens / timing.MinMs * 1e3), ("sentences_per_s", workload.Int("batch") / timing.MedianMs * 1e3));
    }

    /// <summary>Decodes one batch whenever it is called.</summary>
    public static Action Decoder(Workload workload)
    {
        var shape = WorkloadFile.Training(workload.Text("weights_of")).With("batch", workload.Int("batch"));
        manual_seed((long)WorkloadFile.Seed);
        var model = ModelFactory.Build(shape);
        model.eval();
        var batch = TokenBatch.Make(shape, 1)[0];
        var (steps, beam) = (workload.Int("steps"), workload.Int("beam"));
        return () =>
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            var ids = beam == 1
                ? Greedy(model, batch, steps)
                : BeamSearch(model, batch, steps, beam, workload.Number("length_penalty"));
            if (ids.size(0) != batch.Source.size(0) || ids.size(1) != steps)
                throw new InvalidOperationException("decode: " + ids);
        };
    }

    private static Tensor Greedy(Seq2SeqModel model, TokenBatch batch, int steps)
    {
        var (memory, state) = model.Start(batch.Source, batch.Lengths);
        var ids = full([batch.Source.size(0), 1], WorkloadFile.Bos, ScalarType.Int64);
        var done = zeros_like(ids, ScalarType.Bool);
        var output = new List<Tensor>();
        for (var t = 0; t < steps; t++)
        {
            (var logits, state) = model.Step(ids, memory, state);
            Forbid(logits, WorkloadFile.Pad);
            if (t < steps - 1)
                Forbid(logits, WorkloadFile.Eos);
            ids = logits.argmax(-1).masked_fill(done, WorkloadFile.Pad);
            output.Add(ids);
            done = done.logical_or(ids.eq(WorkloadFile.Eos));
            if (done.all().item<bool>())
                break;
        }

        return cat(output, 1);
    }

    private static Tensor BeamSearch(Seq2SeqModel model, TokenBatch batch, int steps, int beam, double penalty)
    {
        var count = batch.Source.size(0);
        var (memory, state) = model.Start(batch.Source, batch.Lengths);
        state = Reordered(state, arange(count).repeat_interleave(beam));
        var first = arange(count).unsqueeze(1) * beam;
        var ids = full([count, beam], WorkloadFile.Bos, ScalarType.Int64);
        var scores = full([count, beam], double.NegativeInfinity, ScalarType.Float32);
        scores.narrow(1, 0, 1).fill_(0);
        var done = zeros([count, beam], ScalarType.Bool);
        var length = zeros([count, beam]);
        List<Tensor> tokens = [], parents = [];
        for (var t = 0; t < steps; t++)
        {
            (var logits, state) = model.Step(ids, memory, state);
            var logProbs = logits.log_softmax(-1);
            Forbid(logProbs, WorkloadFile.Pad);
            if (t < steps - 1)
                Forbid(logProbs, WorkloadFile.Eos);
            var vocabulary = logProbs.size(-1);
            if (done.any().item<bool>())
            {
                // A finished beam goes on with padding at no cost.
                logProbs = logProbs.masked_fill(done.unsqueeze(-1), double.NegativeInfinity);
                var pad = logProbs.narrow(-1, WorkloadFile.Pad, 1);
                pad.copy_(where(done.unsqueeze(-1), zeros_like(pad), pad));
            }

            var total = (scores.unsqueeze(-1) + logProbs).view(count, -1);
            (scores, var best) = total.topk(beam, -1);
            var parent = best.div(vocabulary, RoundingMode.floor);
            ids = best - parent * vocabulary;
            done = done.gather(1, parent);
            length = length.gather(1, parent) + done.logical_not().to(ScalarType.Float32);
            done = done.logical_or(ids.eq(WorkloadFile.Eos));
            tokens.Add(ids);
            parents.Add(parent);
            if (done.all().item<bool>())
                break;
            state = Reordered(state, (first + parent).view(-1));
        }

        var pick = (scores / ((length + 5.0) / 6.0).pow(penalty)).argmax(-1, keepdim: true);
        var output = new List<Tensor>();
        for (var t = tokens.Count - 1; t >= 0; t--)
        {
            output.Insert(0, tokens[t].gather(1, pick));
            pick = parents[t].gather(1, pick);
        }

        return cat(output, 1);
    }

    private static void Forbid(Tensor logits, long id) => logits.narrow(-1, id, 1).fill_(double.NegativeInfinity);

    private static Tensor[] Reordered(Tensor[] state, Tensor rows) => [.. state.Select(s => s.index_select(1, rows))];
}
