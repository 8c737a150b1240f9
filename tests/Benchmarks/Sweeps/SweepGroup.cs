using System.Text.Json.Nodes;
using Benchmarks.Groups;
using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Sweeps;

/// <summary>Time and memory of one workload while one size grows, with the exponent of a power law fitted to each.</summary>
internal static class SweepGroup
{
    private static readonly (string Axis, string Base, int[] Sizes)[] Sweeps =
    [
        ("length", "train.luong_general", [5, 10, 20, 40, 80]),
        ("batch", "train.luong_general", [4, 8, 16, 32, 64, 128]),
        ("hidden", "train.luong_general", [64, 128, 256, 512, 1024]),
        ("tgt_vocab", "train.luong_general", [500, 1000, 2000, 4000, 8000, 16000]),
        ("beam", "decode.bahdanau_tutorial.beam5", [1, 2, 4, 8, 16]),
    ];

    public static void Run(Arguments arguments, ResultWriter results)
    {
        foreach (var (axis, name, sizes) in Sweeps.Where(s => arguments.Wants("sweep." + s.Axis)))
        {
            List<double> times = [], memory = [];
            foreach (var size in sizes)
            {
                NativePool.Trim();
                NativePool.ResetPeak();
                var before = NativePool.OutstandingBytes;
                var step = axis == "beam" ? Decoding(name, size) : Training(name, axis, size);
                var timing = Timing.Measure(step);
                times.Add(timing.MinMs);
                memory.Add((NativePool.PeakBytes - before) / 1048576.0);
                results.Write(new JsonObject
                {
                    ["name"] = $"sweep.{axis}.{size}",
                    ["kind"] = "sweep",
                    ["axis"] = axis,
                    ["workload"] = name,
                    ["size"] = size,
                    ["min_ms"] = Math.Round(timing.MinMs, 4),
                    ["median_ms"] = Math.Round(timing.MedianMs, 4),
                    ["peak_tensor_mib"] = Math.Round(memory[^1], 3),
                    ["threads"] = Workers.ThreadCount,
                });
            }

            results.Write(new JsonObject
            {
                ["name"] = $"sweep.{axis}",
                ["kind"] = "exponent",
                ["axis"] = axis,
                ["workload"] = name,
                ["time_exponent"] = Math.Round(PowerLaw.Exponent(sizes, times), 3),
                ["memory_exponent"] = Math.Round(PowerLaw.Exponent(sizes, memory), 3),
            });
        }
    }

    private static Action Training(string name, string axis, int size)
    {
        var workload = WorkloadFile.Training(name);
        workload = axis == "length" ? workload.With("src_len", size).With("tgt_len", size) : workload.With(axis, size);
        var trainer = new Trainer(workload);
        return () => trainer.Step();
    }

    private static Action Decoding(string name, int beam) =>
        DecodeGroup.Decoder(WorkloadFile.Section("decode").Single(w => w.Name == name).With("beam", beam));
}
