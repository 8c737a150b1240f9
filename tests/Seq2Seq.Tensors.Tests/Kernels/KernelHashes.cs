using System.Globalization;
using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors.Tests.Kernels;

/// <summary>One line per kernel: its name and a hash of the bits of its outputs over odd sizes.</summary>
internal static unsafe class KernelHashes
{
    private delegate void Map(ReadOnlySpan<float> x, Span<float> y);

    private delegate void Slope(ReadOnlySpan<float> saved, ReadOnlySpan<float> dy, Span<float> dx);

    public static string[] All()
    {
        var lines = new List<string>();
        Elementwise(lines);
        Products(lines);
        Rows(lines);
        Recurrent(lines);
        Attention(lines);
        Updates(lines);
        return [.. lines];
    }

    private static void Elementwise(List<string> lines)
    {
        foreach (var (name, map) in new (string, Map)[]
        {
            ("exp", ExpKernel.Forward), ("expm1", Expm1Kernel.Forward), ("log", LogKernel.Forward), ("log1p", Log1pKernel.Forward),
            ("tanh", TanhKernel.Forward), ("sigmoid", SigmoidKernel.Forward), ("softplus", SoftplusKernel.Forward), ("sqrt", SqrtKernel.Forward),
            ("rsqrt", RsqrtKernel.Forward), ("sin", SinKernel.Forward), ("cos", CosKernel.Forward), ("erf", ErfKernel.Forward),
            ("gelu", GeluKernel.Forward), ("silu", SiluKernel.Forward), ("relu", ReluKernel.Forward), ("round", RoundKernel.Forward),
            ("floor", FloorKernel.Forward), ("abs", AbsKernel.Forward), ("elu", (x, y) => EluKernel.Forward(x, y, 0.7)),
            ("pow", (x, y) => PowKernel.Forward(x, y, 1.7)), ("add", (x, y) => AddKernel.Forward(x, x, y)), ("div", (x, y) => DivKernel.Forward(1.3f, x, y)),
            ("maximum", (x, y) => MaximumKernel.Forward(x, 0.2f, y)), ("add scaled", (x, y) => AddKernel.AddScaled(y, x, 0.3f)),
        })
        {
            // Positive where the function asks for it: a NaN's sign is the processor's own affair.
            var positive = name is "log" or "log1p" or "sqrt" or "rsqrt" or "pow";
            foreach (var count in new[] { 1, 17, 1003, 33_001 })
            {
                var x = Numbers.Random(count, count, 20).Select(v => positive ? Math.Abs(v) + 1e-3f : v).ToArray();
                var y = Numbers.Random(count, 3);
                map(x, y);
                Line(lines, name, y);
            }
        }

        foreach (var (name, slope) in new (string, Slope)[]
        {
            ("tanh'", TanhKernel.Backward), ("gelu'", GeluKernel.Backward), ("silu'", SiluKernel.Backward), ("erf'", ErfKernel.Backward),
        })
        {
            var dx = Numbers.Random(1003, 4);
            slope(Numbers.Random(1003, 5, 3), Numbers.Random(1003, 6), dx);
            Line(lines, name, dx);
        }
    }

    private static void Products(List<string> lines)
    {
        foreach (var (m, n, k) in new[] { (1, 1, 5), (3, 70, 33), (8, 32, 257), (67, 45, 300), (130, 129, 64), (2, 300, 77), (6, 1, 128), (70, 1, 9) })
        {
            foreach (var (transA, transB, accumulate) in GemmTests.Modes())
            {
                float[] a = Numbers.Random(m * k, 1), b = Numbers.Random(k * n, 2), c = Numbers.Random(m * n, 3);
                fixed (float* pa = a, pb = b, pc = c)
                    Gemm.Multiply(transA, transB, m, n, k, pa, transA ? m : k, pb, transB ? k : n, pc, n, accumulate);
                Line(lines, $"gemm {m}x{n}x{k} {transA} {transB} {accumulate}", c);
            }
        }
    }

    private static void Rows(List<string> lines)
    {
        foreach (var (rows, columns) in new[] { (3, 5), (37, 1001), (2, 9000), (300, 272) })
        {
            float[] x = Numbers.Random(rows * columns, 7, 5), y = new float[x.Length], dx = Numbers.Random(x.Length, 8), sums = new float[rows];
            SoftmaxKernel.Forward(x, rows, columns, y);
            Line(lines, "softmax", y);
            SoftmaxKernel.Backward(y, x, rows, columns, dx);
            Line(lines, "softmax'", dx);
            LogSoftmaxKernel.Forward(x, rows, columns, y);
            Line(lines, "log softmax", y);
            const int Best = 4;
            float[] best = new float[rows * Best];
            var places = new long[rows * Best];
            fixed (float* px = x, pb = best)
            fixed (long* pp = places)
                LogSoftmaxTopKernel.Forward(px, null, rows, columns, Best, pb, pp);
            Line(lines, "log softmax, the best", [.. best, .. places.Select(place => (float)place)]);
            // Depths of less than a packed block and of more.
            var features = rows < 30 ? 300 : 20;
            float[] weights = Numbers.Random(columns * features, 10), inputs = Numbers.Random(rows * features, 11);
            fixed (float* pi = inputs, pw = weights, px = x, pb = best)
            fixed (long* pp = places)
            {
                using var packed = PackedMatrix.Pack(true, features, columns, pw, features);
                LinearTopKernel.Forward(pi, packed, px, null, rows, Best, pb, pp);
            }

            Line(lines, "linear, log softmax, the best", [.. best, .. places.Select(place => (float)place)]);
            LogSumExpKernel.Forward(x, rows, columns, sums);
            Line(lines, "log sum exp", sums);
            ReduceKernel.SumRows(x, rows, columns, sums);
            Line(lines, "sum rows", sums);
            var totals = new float[columns];
            ReduceKernel.SumColumns(x, rows, columns, totals);
            Line(lines, "sum columns", totals);
            Line(lines, "reductions", [ReduceKernel.Sum(x), ReduceKernel.SumSquares(x), ReduceKernel.Dot(x, dx), ReduceKernel.Max(x), ReduceKernel.Min(x)]);
            float[] losses = new float[rows], logs = new float[rows], means = new float[rows], scales = new float[rows];
            float[] weight = Numbers.Random(columns, 9), dWeight = new float[columns], dBias = new float[columns];
            var targets = Enumerable.Range(0, rows).Select(i => (long)(i % columns)).ToArray();
            fixed (float* px = x, py = y, pdx = dx, pl = losses, ps = logs, pm = means, pc = scales, pw = weight, pdw = dWeight, pdb = dBias)
            fixed (long* pt = targets)
            {
                CrossEntropyKernel.Forward(rows, columns, px, pt, (float*)null, -1, 0.1, pl, ps);
                CrossEntropyKernel.Backward(rows, columns, px, pt, null, -1, 0.1, ps, pl, false, pdx);
                Line(lines, "cross entropy", losses);
                Line(lines, "cross entropy'", dx);
                LayerNormKernel.Forward(rows, columns, px, pw, null, 1e-5, py, pm, pc);
                LayerNormKernel.Backward(rows, columns, px, pw, pm, pc, px, pdx, pdw, pdb);
                Line(lines, "layer norm", [.. y, .. means, .. scales, .. dx, .. dWeight, .. dBias]);
            }
        }
    }

    private static void Recurrent(List<string> lines)
    {
        foreach (var kind in new[] { "lstm", "gru", "tanh" })
        {
            const int Steps = 4, Batch = 19, Input = 21, Hidden = 37;
            var gates = kind == "lstm" ? 4 : kind == "gru" ? 3 : 1;
            var v = new[] { Steps * Batch * Input, gates * Hidden * Input, gates * Hidden * Hidden, gates * Hidden, gates * Hidden, Batch * Hidden, Batch * Hidden }
                .Select((n, i) => Numbers.Random(n, 20 + i)).ToArray();
            var d = v.Select(a => new float[a.Length]).ToArray();
            float[] y = new float[Steps * Batch * Hidden], g = new float[gates * y.Length], s = new float[y.Length];
            float[] hN = new float[Batch * Hidden], cN = new float[Batch * Hidden], dy = Numbers.Random(y.Length, 40);
            fixed (float* x = v[0], wi = v[1], wh = v[2], bi = v[3], bh = v[4], h0 = v[5], c0 = v[6])
            fixed (float* dx = d[0], dwi = d[1], dwh = d[2], dbi = d[3], dbh = d[4], dh0 = d[5], dc0 = d[6])
            fixed (float* py = y, pg = g, ps = s, ph = hN, pc = cN, pdy = dy)
            {
                var shape = new RecurrentShape(Steps, Batch, Input, Hidden, batchFirst: true, reverse: false);
                if (kind == "lstm")
                {
                    LstmSequence.Forward(shape, x, wi, wh, bi, bh, h0, c0, py, Hidden, pg, ps, ph, pc);
                    LstmSequence.Backward(shape, x, wi, wh, h0, c0, py, Hidden, pg, ps, pdy, Hidden, null, null, dx, dwi, dwh, dbi, dbh, dh0, dc0);
                }
                else if (kind == "gru")
                {
                    GruSequence.Forward(shape, x, wi, wh, bi, bh, h0, py, Hidden, pg, ps, ph);
                    GruSequence.Backward(shape, x, wi, wh, h0, py, Hidden, pg, ps, pdy, Hidden, null, dx, dwi, dwh, dbi, dbh, dh0);
                }
                else
                {
                    RnnSequence.Forward(shape, false, x, wi, wh, bi, bh, h0, py, Hidden, pg, ph);
                    RnnSequence.Backward(shape, false, x, wi, wh, h0, py, Hidden, pg, pdy, Hidden, null, dx, dwi, dwh, dbi, dbh, dh0);
                }
            }

            Line(lines, kind, [.. y, .. hN, .. cN]);
            foreach (var gradient in d)
                Line(lines, kind + "'", gradient);
        }
    }

    private static void Attention(List<string> lines)
    {
        var shape = new AttentionShape(6, 3, 21, 19, 35);
        float[] q = Numbers.Random(6 * 3 * 19, 1), k = Numbers.Random(6 * 21 * 19, 2), m = Numbers.Random(6 * 21 * 35, 3), v = Numbers.Random(19, 4);
        float[] weights = new float[6 * 3 * 21], dropped = new float[weights.Length], context = Numbers.Random(6 * 3 * 35, 5);
        float[] dq = new float[q.Length], dk = new float[k.Length], dm = new float[m.Length], dv = new float[19];
        fixed (float* pq = q, pk = k, pm = m, pv = v, w = weights, dr = dropped, c = context, pdq = dq, pdk = dk, pdm = dm, pdv = dv)
        {
            AdditiveWeightsKernel.Forward(new AdditiveShape(6, 3, 21, 19), pq, pk, pv, null, null, -1e9, w);
            AdditiveWeightsKernel.Backward(new AdditiveShape(6, 3, 21, 19), pq, pk, pv, null, w, c, pdq, pdk, pdv, null);
            Line(lines, "additive weights", [.. weights, .. dq, .. dk, .. dv]);
            ScaledDotAttentionKernel.Forward(shape, pq, pk, pm, 0.3, default, false, 0.2, 3, 4, w, dr, c);
            ScaledDotAttentionKernel.Backward(shape, pq, pk, pm, 0.3, 0.2, 3, 4, w, dr, c, pdq, pdk, pdm);
            Line(lines, "scaled dot attention", [.. weights, .. context, .. dq, .. dk, .. dm]);
        }
    }

    private static void Updates(List<string> lines)
    {
        foreach (var count in new[] { 7, 33_003 })
        {
            float[] p = Numbers.Random(count, 1), g = Numbers.Random(count, 2), m = new float[count], v = new float[count];
            AdamKernel.Step<float>(p, g, m, v, [], 3, 0.01, 0.9, 0.999, 1e-8, 0.01, decoupled: true);
            SgdKernel.Step<float>(p, g, m, false, 0.1, 0.9, 0.1, 0.01, nesterov: true);
            Line(lines, "adam and sgd", [.. p, .. m, .. v]);
            DropoutKernel.Forward<float>(p, v, 0.3, 1, 2);
            Line(lines, "dropout", v);
            Philox.Normal(p, 5, 6);
            Line(lines, "normal", p);
        }

        float[] table = Numbers.Random(50 * 65, 1), y = new float[1500 * 65], d = new float[table.Length];
        var indices = Enumerable.Range(0, 1500).Select(i => (long)(i * i % 50)).ToArray();
        fixed (float* pt = table, py = y, pd = d)
        fixed (long* pi = indices)
        {
            EmbeddingKernel.Forward(pt, 65, pi, 1500, py);
            EmbeddingKernel.Backward(py, 65, pi, 1500, -1, pd);
        }

        Line(lines, "embedding", [.. y, .. d]);
    }

    // FNV-1a over the bits.
    private static void Line(List<string> lines, string name, float[] values)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in MemoryMarshal.Cast<float, uint>(values))
            hash = (hash ^ word) * 1099511628211UL;
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {values.Length} {hash:x16}"));
    }
}
