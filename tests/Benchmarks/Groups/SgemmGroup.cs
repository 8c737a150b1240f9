using Benchmarks.Measuring;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Single-precision matrix products; the right operand of a recurrent step is packed once, as the engine does with weights.</summary>
internal static unsafe class SgemmGroup
{
    public static void Run(Workload workload, ResultWriter results)
    {
        var (m, n, k, op) = (workload.Int("m"), workload.Int("n"), workload.Int("k"), workload.Text("op"));
        var (transA, transB) = (op[0] == 't', op[1] == 't');
        using var a = Random(m * k, 1);
        using var b = Random(k * n, 2);
        using var c = new NativeBuffer((long)m * n * sizeof(float), clear: true);
        float* pa = (float*)a.Pointer, pb = (float*)b.Pointer, pc = (float*)c.Pointer;
        var (lda, ldb) = (transA ? m : k, transB ? k : n);
        Action step = () => Gemm.Multiply(transA, transB, m, n, k, pa, lda, pb, ldb, pc, n, false);
        if (workload.Name.Contains("_step.", StringComparison.Ordinal))
        {
            var weights = PackedMatrix.Pack(transB, k, n, pb, ldb);
            step = () => Gemm.Multiply(transA, m, pa, lda, weights, pc, n, false);
        }

        var timing = Timing.Measure(step);
        var work = 2e-6 * m * n * k;
        results.Write(workload.Name, workload, timing, ("gflops", work / timing.MedianMs), ("gflops_best", work / timing.MinMs));
    }

    private static NativeBuffer Random(int count, ulong seed)
    {
        var buffer = new NativeBuffer((long)count * sizeof(float));
        Philox.Uniform(buffer.AsSpan<float>(0, count), seed, 0);
        return buffer;
    }
}
