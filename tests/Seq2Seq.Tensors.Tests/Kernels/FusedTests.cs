namespace Seq2Seq.Tensors.Tests.Kernels;

/// <summary>Fused kernels against the formula in plain double precision, and gradients against central differences of that.</summary>
public sealed unsafe class FusedTests
{
    [Theory]
    [InlineData(3, 5, 0.0, false)]
    [InlineData(7, 33, 0.0, true)]
    [InlineData(4, 20, 0.1, false)]
    [InlineData(5, 19, 0.2, true)]
    public void Cross_entropy(int rows, int classes, double smoothing, bool weighted)
    {
        const long Ignore = -100;
        var x = Doubles(rows * classes, 1, 3);
        var weights = weighted ? Doubles(classes, 2, 0.4).Select(v => v + 1).ToArray() : null;
        var targets = Enumerable.Range(0, rows).Select(i => i == 1 ? Ignore : (long)(i * 7 % classes)).ToArray();
        var upper = Doubles(rows, 3, 1);
        double[] Naive(double[] v) => Enumerable.Range(0, rows).Select(i =>
        {
            if (targets[i] == Ignore)
                return 0.0;
            var row = v.Skip(i * classes).Take(classes).ToArray();
            var log = Math.Log(row.Sum(Math.Exp));
            var own = weights?[targets[i]] ?? 1;
            return (1 - smoothing) * own * (log - row[targets[i]])
                + smoothing / classes * row.Select((r, c) => (weights?[c] ?? 1) * (log - r)).Sum();
        }).ToArray();

        double[] losses = new double[rows], logs = new double[rows], dx = Halves(x.Length);
        float[] single = new float[rows], singleLogs = new float[rows], singleDx = new float[x.Length];
        float[]? singleWeights = weights == null ? null : Singles(weights);
        fixed (long* t = targets)
        {
            fixed (double* px = x, w = weights, l = losses, s = logs, u = upper, d = dx)
            {
                CrossEntropyKernel.Forward(rows, classes, px, t, w, Ignore, smoothing, l, s);
                CrossEntropyKernel.Backward(rows, classes, px, t, w, Ignore, smoothing, s, u, false, d);
            }

            fixed (float* px = Singles(x), w = singleWeights, l = single, s = singleLogs, u = Singles(upper), d = singleDx)
            {
                CrossEntropyKernel.Forward(rows, classes, px, t, w, Ignore, smoothing, l, s);
                CrossEntropyKernel.Backward(rows, classes, px, t, w, Ignore, smoothing, s, u, false, d);
            }
        }

        Close(Naive(x), losses, 1e-12);
        Close(Naive(x), single, 1e-5);
        var slopes = Slopes(x, v => Naive(v).Zip(upper).Sum(p => p.First * p.Second));
        Close(slopes.Select(s => s + 0.5), dx, 1e-8);
        Close(slopes, singleDx, 1e-5);
        Assert.Equal(2, CrossEntropyKernel.FirstBadTarget([0, Ignore, classes, 1], classes, Ignore));
        Assert.Equal(-1, CrossEntropyKernel.FirstBadTarget([0, Ignore, 1], classes, Ignore));
    }

    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(6, 70, true)]
    [InlineData(2, 16, false)]
    public void Layer_norm(int rows, int columns, bool affine)
    {
        double[] x = Doubles(rows * columns, 1, 2), weight = Doubles(columns, 2, 2), bias = Doubles(columns, 3, 2);
        var upper = Doubles(x.Length, 4, 1);
        double[] Naive(double[] v, double[] w, double[] b) => v.Select((value, i) =>
        {
            var row = v.Skip(i / columns * columns).Take(columns).ToArray();
            var mean = row.Average();
            var n = (value - mean) / Math.Sqrt(row.Average(r => (r - mean) * (r - mean)) + 1e-5);
            return affine ? n * w[i % columns] + b[i % columns] : n;
        }).ToArray();
        double[] y = new double[x.Length], means = new double[rows], scales = new double[rows];
        double[] dx = Halves(x.Length), dw = Halves(columns), db = Halves(columns);
        float[] single = new float[x.Length], singleMeans = new float[rows], singleScales = new float[rows];

        fixed (double* px = x, w = weight, b = bias, py = y, m = means, s = scales, u = upper, pdx = dx, pdw = dw, pdb = db)
        {
            LayerNormKernel.Forward(rows, columns, px, affine ? w : null, affine ? b : null, 1e-5, py, m, s);
            LayerNormKernel.Backward(rows, columns, px, affine ? w : null, m, s, u, pdx, affine ? pdw : null, affine ? pdb : null);
        }

        fixed (float* px = Singles(x), w = Singles(weight), b = Singles(bias), py = single, m = singleMeans, s = singleScales)
            LayerNormKernel.Forward(rows, columns, px, affine ? w : null, affine ? b : null, 1e-5, py, m, s);

        double Loss(double[] v, double[] w, double[] b) => Naive(v, w, b).Zip(upper).Sum(p => p.First * p.Second);
        Close(Naive(x, weight, bias), y, 1e-12);
        Close(Naive(x, weight, bias), single, 1e-5);
        Close(Slopes(x, v => Loss(v, weight, bias)).Select(v => v + 0.5), dx, 1e-7);
        Close(Slopes(weight, v => Loss(x, v, bias)).Select(v => v + 0.5), dw, 1e-7);
        Close(Slopes(bias, v => Loss(x, weight, v)).Select(v => v + 0.5), db, 1e-7);
    }

    [Theory]
    [InlineData(2, 1, 4, 5, false)]
    [InlineData(3, 2, 5, 18, true)]
    [InlineData(1, 3, 70, 3, true)]
    public void Additive_weights(int batch, int queries, int positions, int hidden, bool masked)
    {
        var shape = new AdditiveShape(batch, queries, positions, hidden);
        double[] q = Doubles(batch * queries * hidden, 1, 1), k = Doubles(batch * positions * hidden, 2, 1), v = Doubles(hidden, 3, 1);
        double[] da = Doubles(batch * queries * positions, 6, 1), bias = [0.3];
        var mask = masked ? Enumerable.Range(0, batch * positions).Select(i => (byte)(i % positions <= i / positions ? 1 : 0)).ToArray() : null;
        double[] Naive(double[] q, double[] k, double[] v)
        {
            var weights = new double[batch * queries * positions];
            for (var i = 0; i < batch * queries; i++)
            {
                var b = i / queries;
                var scores = Enumerable.Range(0, positions).Select(s => mask != null && mask[b * positions + s] == 0
                    ? -1e9
                    : 0.3 + Enumerable.Range(0, hidden).Sum(j => v[j] * Math.Tanh(q[i * hidden + j] + k[(b * positions + s) * hidden + j]))).ToArray();
                var sum = scores.Sum(Math.Exp);
                for (var s = 0; s < positions; s++)
                    weights[i * positions + s] = Math.Exp(scores[s]) / sum;
            }

            return weights;
        }

        double Loss(double[] q, double[] k, double[] v) => Naive(q, k, v).Zip(da).Sum(p => p.First * p.Second);

        var weights = new double[da.Length];
        double[] dq = Halves(q.Length), dk = Halves(k.Length), dv = Halves(v.Length), db = [0.5];
        var single = new float[da.Length];
        fixed (byte* pm = mask)
        {
            fixed (double* pq = q, pk = k, pv = v, pb = bias, w = weights, pda = da, pdq = dq, pdk = dk, pdv = dv, pdb = db)
            {
                AdditiveWeightsKernel.Forward(shape, pq, pk, pv, pb, pm, -1e9, w);
                AdditiveWeightsKernel.Backward(shape, pq, pk, pv, pm, w, pda, pdq, pdk, pdv, pdb);
            }

            fixed (float* pq = Singles(q), pk = Singles(k), pv = Singles(v), pb = Singles(bias), w = single)
                AdditiveWeightsKernel.Forward(shape, pq, pk, pv, pb, pm, -1e9, w);
        }

        Close(Naive(q, k, v), weights, 1e-12);
        Close(weights, single, 1e-5);
        Close(Slopes(q, t => Loss(t, k, v)).Select(s => s + 0.5), dq, 1e-8);
        Close(Slopes(k, t => Loss(q, t, v)).Select(s => s + 0.5), dk, 1e-8);
        Close(Slopes(v, t => Loss(q, k, t)).Select(s => s + 0.5), dv, 1e-8);
        Close([0.5], db, 1e-12); // softmax does not see what all scores share
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(150)]
    public void Lane_sums_have_the_bits_of_folded_rows(int rows)
    {
        const int Columns = 37;
        var x = Numbers.Random(rows * Columns, 5);
        var y = new float[Columns];
        fixed (float* px = x, py = y)
            LaneSums.Add(px, rows, Columns, Columns, py, isDouble: false);

        for (var j = 0; j < Columns; j++)
            Assert.Equal(ReduceKernel.Sum([.. Enumerable.Range(0, rows).Select(r => x[r * Columns + j])]), y[j]);
    }

    [Theory]
    [InlineData(2, 3, 4, 5, 6, false, false, 0.0)]
    [InlineData(3, 5, 5, 16, 17, true, false, 0.0)]
    [InlineData(2, 4, 7, 3, 3, false, true, 0.25)]
    public void Scaled_dot_attention(int batch, int queries, int positions, int hidden, int width, bool causal, bool masked, double dropout)
    {
        const ulong Seed = 9, Offset = 40;
        var shape = new AttentionShape(batch, queries, positions, hidden, width);
        double[] q = Doubles(batch * queries * hidden, 1, 1), k = Doubles(batch * positions * hidden, 2, 1), v = Doubles(batch * positions * width, 3, 1);
        var upper = Doubles(batch * queries * width, 4, 1);
        var mask = masked ? Enumerable.Range(0, positions).Select(s => s == 2 ? double.NegativeInfinity : 0.1 * s).ToArray() : null;
        var uniform = new float[batch * queries * positions];
        Philox.Uniform(uniform, Seed, Offset);
        double[] Naive(double[] q, double[] k, double[] v)
        {
            var context = new double[batch * queries * width];
            for (var i = 0; i < batch * queries; i++)
            {
                var b = i / queries;
                var scores = Enumerable.Range(0, positions).Select(s => causal && s > i % queries ? double.NegativeInfinity
                    : 0.5 * Enumerable.Range(0, hidden).Sum(j => q[i * hidden + j] * k[(b * positions + s) * hidden + j]) + (mask?[s] ?? 0)).ToArray();
                var sum = scores.Sum(Math.Exp);
                for (var s = 0; s < positions; s++)
                {
                    var weight = uniform[i * positions + s] >= (float)dropout ? Math.Exp(scores[s]) / sum / (1 - dropout) : 0;
                    for (var j = 0; j < width; j++)
                        context[i * width + j] += weight * v[(b * positions + s) * width + j];
                }
            }

            return context;
        }

        double Loss(double[] q, double[] k, double[] v) => Naive(q, k, v).Zip(upper).Sum(p => p.First * p.Second);
        double[] weights = new double[uniform.Length], dropped = new double[uniform.Length], context = new double[upper.Length];
        double[] dq = Halves(q.Length), dk = Halves(k.Length), dv = Halves(v.Length);
        fixed (double* pq = q, pk = k, pv = v, pm = mask, w = weights, d = dropped, c = context, u = upper, pdq = dq, pdk = dk, pdv = dv)
        {
            ScaledDotAttentionKernel.Forward(shape, pq, pk, pv, 0.5, new AttentionMask<double>(pm, 1, 0, 0), causal, dropout, Seed, Offset, w, d, c);
            ScaledDotAttentionKernel.Backward(shape, pq, pk, pv, 0.5, dropout, Seed, Offset, w, d, u, pdq, pdk, pdv);
        }

        Close(Naive(q, k, v), context, 1e-12);
        Close(Slopes(q, t => Loss(t, k, v)).Select(s => s + 0.5), dq, 1e-8);
        Close(Slopes(k, t => Loss(q, t, v)).Select(s => s + 0.5), dk, 1e-8);
        Close(Slopes(v, t => Loss(q, k, t)).Select(s => s + 0.5), dv, 1e-8);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Adam_follows_its_equations(bool decoupled, bool amsgrad)
    {
        const int Count = 40_001;
        double[] p = Doubles(Count, 1, 1), m = new double[Count], v = new double[Count], top = new double[Count];
        var expected = p.Take(50).ToArray();
        double[] em = new double[50], ev = new double[50], et = new double[50];
        float[] ps = Singles(p), ms = new float[Count], vs = new float[Count], ts = new float[Count];
        for (var step = 1; step <= 5; step++)
        {
            var g = Doubles(Count, 10 + step, 1);
            AdamKernel.Step<double>(p, g, m, v, amsgrad ? top : [], step, 0.01, 0.9, 0.99, 1e-8, 0.1, decoupled);
            AdamKernel.Step<float>(ps, Singles(g), ms, vs, amsgrad ? ts : [], step, 0.01, 0.9, 0.99, 1e-8, 0.1, decoupled);
            for (var i = 0; i < expected.Length; i++)
            {
                var d = g[i] + (decoupled ? 0 : 0.1 * expected[i]);
                expected[i] -= decoupled ? 0.01 * 0.1 * expected[i] : 0;
                em[i] = 0.9 * em[i] + 0.1 * d;
                ev[i] = 0.99 * ev[i] + 0.01 * d * d;
                et[i] = Math.Max(et[i], ev[i]);
                var root = Math.Sqrt((amsgrad ? et[i] : ev[i]) / (1 - Math.Pow(0.99, step)));
                expected[i] -= 0.01 * em[i] / (1 - Math.Pow(0.9, step)) / (root + 1e-8);
            }
        }

        Close(expected, p.Take(50).ToArray(), 1e-12);
        Close(p, ps, 1e-5);
    }

    [Fact]
    public void Sgd_follows_its_equations()
    {
        double[] p = Doubles(50, 1, 1), b = new double[50], expected = (double[])p.Clone(), eb = new double[50];
        for (var step = 0; step < 4; step++)
        {
            var g = Doubles(50, 5 + step, 1);
            SgdKernel.Step<double>(p, g, b, step == 0, 0.1, 0.9, 0.2, 0.01, nesterov: true);
            for (var i = 0; i < 50; i++)
            {
                var d = g[i] + 0.01 * expected[i];
                eb[i] = step == 0 ? d : 0.9 * eb[i] + 0.8 * d;
                expected[i] -= 0.1 * (d + 0.9 * eb[i]);
            }
        }

        Close(expected, p, 1e-12);
    }

    [Fact]
    public void Dropout_keeps_the_uniform_numbers_above_p_and_its_gradient_the_same_places()
    {
        const int Count = 50_003;
        float[] x = Numbers.Random(Count, 1), y = new float[Count], uniform = new float[Count], dx = Enumerable.Repeat(1f, Count).ToArray();
        Philox.Uniform(uniform, 5, 77);

        DropoutKernel.Forward<float>(x, y, 0.25, 5, 77);
        DropoutKernel.Backward<float>(x, dx, 0.25, 5, 77);

        for (var i = 0; i < Count; i++)
        {
            var expected = uniform[i] >= 0.25f ? x[i] * (float)(1 / 0.75) : 0;
            Assert.Equal(expected, y[i]);
            Assert.Equal(1 + expected, dx[i]);
        }
    }

    [Theory]
    [InlineData(7, 5)]
    [InlineData(900, 130)]
    public void Embedding_rows_come_from_the_table_and_gradients_add_up_in_order(int count, int columns)
    {
        float[] table = Numbers.Random(20 * columns, 1), y = new float[count * columns], dy = Numbers.Random(count * columns, 2);
        var d = Enumerable.Repeat(0.5f, table.Length).ToArray();
        var expected = (float[])d.Clone();
        var indices = Enumerable.Range(0, count).Select(i => (long)(i * 13 % 20)).ToArray();
        fixed (float* pt = table, py = y, pdy = dy, pd = d)
        fixed (long* pi = indices)
        {
            EmbeddingKernel.Forward(pt, columns, pi, count, py);
            EmbeddingKernel.Backward(pdy, columns, pi, count, 3, pd);
        }

        for (var i = 0; i < count * columns; i++)
        {
            var from = (int)indices[i / columns] * columns + i % columns;
            Assert.Equal(table[from], y[i]);
            if (indices[i / columns] != 3)
                expected[from] += dy[i];
        }

        Assert.Equal(expected, d);
    }

    [Fact]
    public void The_first_index_outside_the_table_is_found_wherever_it_stands()
    {
        foreach (var wrong in new[] { 20, -1, long.MaxValue, long.MinValue })
        {
            for (var at = 0; at < 23; at++)
            {
                var indices = Enumerable.Range(0, 23).Select(i => (long)(i % 20)).ToArray();
                Assert.Equal(-1, EmbeddingKernel.FirstBadIndex(indices, 20));
                indices[at] = wrong;
                Assert.Equal(at, EmbeddingKernel.FirstBadIndex(indices, 20));
            }
        }
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(4, 100)]
    public void Softmax_family(int rows, int columns)
    {
        var x = Doubles(rows * columns, 1, 4);
        var upper = Doubles(x.Length, 2, 1);
        double Total(double[] v, int i) => v.Skip(i / columns * columns).Take(columns).Sum(Math.Exp);
        double[] Softmax(double[] v) => v.Select((value, i) => Math.Exp(value) / Total(v, i)).ToArray();
        double[] Log(double[] v) => v.Select((value, i) => value - Math.Log(Total(v, i))).ToArray();
        double[] y = new double[x.Length], z = new double[x.Length], l = new double[rows];
        double[] dy = Halves(x.Length), dz = Halves(x.Length), dl = Halves(x.Length);
        float[] ys = new float[x.Length], zs = new float[x.Length];

        SoftmaxKernel.Forward(x, rows, columns, y);
        SoftmaxKernel.Backward(y, upper, rows, columns, dy);
        LogSoftmaxKernel.Forward(x, rows, columns, z);
        LogSoftmaxKernel.Backward(z, upper, rows, columns, dz);
        LogSumExpKernel.Forward(x, rows, columns, l);
        LogSumExpKernel.Backward(x, l, upper, rows, columns, dl);
        SoftmaxKernel.Forward(Singles(x), rows, columns, ys);
        LogSoftmaxKernel.Forward(Singles(x), rows, columns, zs);

        Close(Softmax(x), y, 1e-13);
        Close(Log(x), z, 1e-13);
        Close(y, ys, 1e-6);
        Close(z, zs, 1e-5);
        Close(Slopes(x, v => Softmax(v).Zip(upper).Sum(p => p.First * p.Second)).Select(v => v + 0.5), dy, 1e-7);
        Close(Slopes(x, v => Log(v).Zip(upper).Sum(p => p.First * p.Second)).Select(v => v + 0.5), dz, 1e-7);
        Close(Slopes(x, v => Enumerable.Range(0, rows).Sum(r => upper[r] * Math.Log(Total(v, r * columns)))).Select(v => v + 0.5), dl, 1e-7);
    }

    private static double[] Doubles(int count, int seed, double scale) => Numbers.Random(count, seed).Select(v => scale * v).ToArray();

    private static float[] Singles(double[] x) => x.Select(v => (float)v).ToArray();

    // Gradients are added to what is there: start from something.
    private static double[] Halves(int count) => Enumerable.Repeat(0.5, count).ToArray();

    // Central differences: h² f''' / 6 and 1e-16 · |loss| / h stay below the tolerances for these functions.
    private static double[] Slopes(double[] x, Func<double[], double> loss)
    {
        const double H = 1e-5;
        return x.Select((value, i) =>
        {
            var copy = (double[])x.Clone();
            copy[i] = value + H;
            var above = loss(copy);
            copy[i] = value - H;
            return (above - loss(copy)) / (2 * H);
        }).ToArray();
    }

    private static void Close(IEnumerable<double> expected, double[] actual, double tolerance)
    {
        var i = 0;
        foreach (var value in expected)
        {
            Assert.True(Math.Abs(value - actual[i]) <= tolerance * Math.Max(1, Math.Abs(value)), $"[{i}]: {actual[i]:R}, not {value:R}");
            i++;
        }
    }

    private static void Close(IEnumerable<double> expected, float[] actual, double tolerance) =>
        Close(expected, actual.Select(v => (double)v).ToArray(), tolerance);
}
