using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;

namespace Benchmarks.Measuring;

/// <summary>What one core can do at most, measured: fused multiply-adds in registers, and reading with writing past the caches.</summary>
internal static unsafe class MachineLimits
{
    public static JsonObject Measure()
    {
        var fma = Enumerable.Range(0, 20).Max(_ => FmaGflops());
        var bandwidth = Enumerable.Range(0, 10).Max(_ => AddGigabytes());
        return new JsonObject
        {
            ["name"] = "limits",
            ["kind"] = "limits",
            ["fma_gflops_per_core"] = Math.Round(fma, 1),
            ["add_gb_per_s_one_core"] = Math.Round(bandwidth, 1),
            ["vector_bits"] = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
            ["processor"] = Processor(),
            ["processors"] = Environment.ProcessorCount,
            ["system"] = System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        };
    }

    private static double FmaGflops()
    {
        const int Rounds = 1_000_000;
        var start = Stopwatch.GetTimestamp();
        var lanes = Vector512.IsHardwareAccelerated ? Fma<Float16>(Rounds) : Vector256.IsHardwareAccelerated ? Fma<Float8>(Rounds) : Fma<Float4>(Rounds);
        return 2.0 * 10 * lanes * Rounds / Stopwatch.GetElapsedTime(start).TotalSeconds * 1e-9;
    }

    // Ten independent chains hide the latency of the instruction.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Fma<V>(int rounds)
        where V : unmanaged, IVector<V>
    {
        V x = V.Constant(0.999999), y = V.Constant(1e-7);
        V a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (var round = 0; round < rounds; round++)
        {
            a = V.MultiplyAdd(a, x, y);
            b = V.MultiplyAdd(b, x, y);
            c = V.MultiplyAdd(c, x, y);
            d = V.MultiplyAdd(d, x, y);
            e = V.MultiplyAdd(e, x, y);
            f = V.MultiplyAdd(f, x, y);
            g = V.MultiplyAdd(g, x, y);
            h = V.MultiplyAdd(h, x, y);
            i = V.MultiplyAdd(i, x, y);
            j = V.MultiplyAdd(j, x, y);
        }

        var sum = a + b + c + d + e + f + g + h + i + j;
        var sink = stackalloc float[16];
        V.Store(sum, sink, 0);
        return sink[0] > 0 ? V.Count : 0;
    }

    // c = a + b over 3 × 64 MiB: two streams in, one out.
    private static double AddGigabytes()
    {
        const int Count = 16 << 20;
        using var a = new NativeBuffer(Count * sizeof(float), clear: true);
        using var b = new NativeBuffer(Count * sizeof(float), clear: true);
        using var c = new NativeBuffer(Count * sizeof(float), clear: true);
        var threads = Workers.ThreadCount;
        Workers.ThreadCount = 1;
        var start = Stopwatch.GetTimestamp();
        AddKernel.Forward(a.AsSpan<float>(0, Count), b.AsSpan<float>(0, Count), c.AsSpan<float>(0, Count));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Workers.ThreadCount = threads;
        return 3.0 * Count * sizeof(float) / seconds * 1e-9;
    }

    public static string Processor()
    {
        const string File = "/proc/cpuinfo";
        var line = System.IO.File.Exists(File) ? System.IO.File.ReadLines(File).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "unknown";
    }
}
