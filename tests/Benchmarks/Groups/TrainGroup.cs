using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Training steps of the course's models.</summary>
internal static class TrainGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        var trainer = new Trainer(workload);
        var first = trainer.Step();
        var timing = Timing.Measure(() => trainer.Step(), Timing.ProgramSeconds);
        var (last, allocated) = (0f, long.MaxValue);

        // The least of some steps: now and then the runtime itself allocates.
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            last = trainer.Step();
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        results.Write(
            workload.Name, workload, timing,
            ("tokens_per_s", trainer.Tokens / timing.MedianMs * 1e3),
            ("tokens_per_s_best", trainer.Tokens / timing.MinMs * 1e3),
            ("parameters", trainer.Parameters),
            ("target_tokens", trainer.Tokens),
            ("first_loss", first),
            ("last_loss", last),
            ("managed_bytes_per_step", allocated),
            ("peak_rss_mib", PeakMemory.ResidentMib()));
    }
}
