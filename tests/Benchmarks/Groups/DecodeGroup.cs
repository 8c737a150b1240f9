using Benchmarks.Measuring;
using Benchmarks.Models;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Greedy and beam-search decoding with untrained weights; the end is forbidden before the last step.</summary>
internal static class DecodeGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        var timing = Timing.Measure(Decoder(workload), Timing.ProgramSeconds);
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
        var decoding = new Decoding(model, steps, beam, beam == 1 ? 0 : workload.Number("length_penalty"));
        return () =>
        {
            var ids = decoding.Run(batch.Source, batch.Lengths);
            if (ids.Length != batch.Source.size(0) || Array.Exists(ids, sentence => sentence.Length != steps))
                throw new InvalidOperationException("decode: not every sentence has " + steps + " tokens");
        };
    }
}
