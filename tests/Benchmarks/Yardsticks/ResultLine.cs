using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Benchmarks.Measuring;
using Seq2Seq.Models;

namespace Benchmarks.Yardsticks;

/// <summary>What every result line says: which yardstick, which machine, how busy it was.</summary>
internal static class ResultLine
{
    /// <summary>A line with the facts that all yardsticks share.</summary>
    public static JsonObject Begin(string yardstick, long seed, Seq2SeqModel model) => new()
    {
        ["yardstick"] = yardstick,
        ["seed"] = seed,
        ["parameters"] = model.ParameterCount,
        ["processor"] = MachineLimits.Processor(),
        ["processors"] = Environment.ProcessorCount,
        ["threads"] = Workers.ThreadCount,
        ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        ["load"] = Load(),
    };

    /// <summary>Processes that were ready to run in the last minute: above the number of processors, a wall time says little.</summary>
    public static double? Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : null;

    /// <summary>Processor seconds of this process, all threads.</summary>
    public static double ProcessorSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    public static double Round(double value, int digits = 2) => Math.Round(value, digits);
}
