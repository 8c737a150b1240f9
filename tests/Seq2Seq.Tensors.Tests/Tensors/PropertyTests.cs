using FsCheck.Fluent;

namespace Seq2Seq.Tensors.Tests.Tensors;

/// <summary>Random shapes, views and indices against index arithmetic on plain arrays of doubles.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void Broadcasting_pairs_elements_as_index_arithmetic_does() => Check(random =>
    {
        var (shapeA, shapeB, shape) = BroadcastShapes(random);
        var (a, b) = (new Model(shapeA, random), new Model(shapeB, random));
        var (ta, tb) = (a.ToTensor(random), b.ToTensor(random));
        double[] Pairs(Func<double, double, double> f) => Model.Indices(shape).Select(i => f(a.Stretched(i), b.Stretched(i))).ToArray();

        Same(Pairs((x, y) => x + y), ta + tb, shape);
        Same(Pairs((x, y) => x - y), ta - tb, shape);
        Same(Pairs((x, y) => x * y), ta * tb, shape);
        Same(Pairs((x, y) => x / y), ta / tb, shape);
        Same(Pairs(Math.Max), ta.maximum(tb), shape);
        Same(Pairs((x, y) => x < y ? 1 : 0), (ta < tb).to(torch.float64), shape);
        Same(Pairs((x, y) => x == y ? 1 : 0), ta.eq(tb).to(torch.float64), shape);
        Same(Pairs((x, y) => x > 0 ? x : y), torch.where(ta > 0, ta, tb), shape);
    });

    [Fact]
    public void Chains_of_views_show_the_elements_they_name_and_write_to_them() => Check(random =>
    {
        var shape = RandomShape(random, 3, 4);
        var count = (int)shape.Aggregate(1L, (n, s) => n * s);
        var elements = torch.arange(count).to(torch.float64).reshape(shape);
        var view = elements;
        var named = new Model(shape, Enumerable.Range(0, count).Select(i => (double)i).ToArray());
        for (var step = 0; step < 4; step++)
            (view, named) = RandomView(random, view, named);

        Same(named.Values, view, named.Shape);
        Same(named.Values, view.contiguous(), named.Shape);
        if (named.Values.Distinct().Count() != named.Values.Length)
            return;
        view.add_(1000);
        var expected = Enumerable.Range(0, count).Select(i => named.Values.Contains(i) ? i + 1000.0 : i).ToArray();
        Same(expected, elements, shape);
    });

    [Fact]
    public void Brackets_choose_what_the_same_loops_choose() => Check(random =>
    {
        var shape = RandomShape(random, 3, 4, least: 1);
        var model = new Model(shape, random);
        var t = model.ToTensor(random);
        var choices = new List<long[]>();
        var indices = new List<torch.TensorIndex>();
        var kept = new List<bool>();
        foreach (var size in shape)
        {
            var (from, to) = (random.Next(-(int)size, (int)size), random.Next(-(int)size - 1, (int)size + 2));
            if (random.Next(2) == 0)
            {
                indices.Add(from);
                choices.Add([from < 0 ? from + size : from]);
                kept.Add(false);
                continue;
            }

            var step = random.Next(1, 3);
            indices.Add(torch.TensorIndex.Slice(from, to, step));
            choices.Add(Enumerable.Range(0, (int)size).Select(i => (long)i)
                .Where(i => i >= (from < 0 ? from + size : from) && i < (to < 0 ? to + size : to))
                .Where(i => (i - (from < 0 ? from + size : from)) % step == 0).ToArray());
            kept.Add(true);
        }

        var expected = Product(choices).Select(model.At).ToArray();
        long[] expectedShape = [.. choices.Where((_, d) => kept[d]).Select(c => (long)c.Length)];
        Same(expected, t[indices.ToArray()], expectedShape);

        t[indices.ToArray()] = 7.0;
        var chosen = Product(choices).Select(i => string.Join(",", i)).ToHashSet();
        Same(Model.Indices(shape).Select(i => chosen.Contains(string.Join(",", i)) ? 7.0 : model.At(i)).ToArray(), t, shape);
    });

    [Fact]
    public void Index_tensors_and_masks_choose_rows() => Check(random =>
    {
        long[] shape = [random.Next(1, 5), .. RandomShape(random, 2, 3)];
        var model = new Model(shape, random);
        var t = model.ToTensor(random);
        var rows = Enumerable.Range(0, random.Next(0, 6)).Select(_ => (long)random.Next(-(int)shape[0], (int)shape[0])).ToArray();
        var mask = Enumerable.Range(0, (int)shape[0]).Select(_ => random.Next(2) == 0).ToArray();
        var masked = Enumerable.Range(0, mask.Length).Where(i => mask[i]).Select(i => (long)i).ToArray();
        double[] Rows(long[] which) => which
            .SelectMany(r => Model.Indices(shape[1..]).Select(i => model.At([r < 0 ? r + shape[0] : r, .. i]))).ToArray();

        Same(Rows(rows), t[torch.tensor(rows)], [rows.Length, .. shape[1..]]);
        Same(Rows(masked), t[torch.tensor(mask)], [masked.Length, .. shape[1..]]);
    });

    [Fact]
    public void Reductions_agree_with_plain_loops() => Check(random =>
    {
        var shape = RandomShape(random, 3, 4, least: 1);
        if (shape.Length == 0)
            return;
        var model = new Model(shape, random);
        var t = model.ToTensor(random);
        var dim = random.Next(shape.Length);
        var keep = random.Next(2) == 0;
        long[] kept = [.. shape[..dim], 1, .. shape[(dim + 1)..]];
        long[] reduced = keep ? kept : [.. shape[..dim], .. shape[(dim + 1)..]];
        double[] Each(Func<double[], double> f) => Model.Indices(kept)
            .Select(i => f([.. Enumerable.Range(0, (int)shape[dim]).Select(k => model.At([.. i[..dim], k, .. i[(dim + 1)..]]))])).ToArray();

        Same(Each(v => v.Sum()), t.sum(dim, keep), reduced, 1e-12);
        Same(Each(v => v.Average()), t.mean([dim], keep), reduced, 1e-12);
        Same(Each(v => v.Aggregate((x, y) => x * y)), t.prod(dim, keep), reduced, 1e-12);
        Same(Each(v => v.Max()), t.max(dim, keep).values, reduced);
        Same(Each(v => Array.IndexOf(v, v.Max())), t.argmax(dim, keep).to(torch.float64), reduced);
        Same(Each(v => Array.IndexOf(v, v.Min())), t.argmin(dim, keep).to(torch.float64), reduced);
        Same(Each(v => Math.Log(v.Sum(Math.Exp))), t.logsumexp(dim, keep), reduced, 1e-12);
        Same(Each(v => Math.Sqrt(v.Sum(x => x * x))), t.norm(dim, keep), reduced, 1e-12);
        Same(Each(v => v.All(x => x > -0.5) ? 1 : 0), (t > -0.5).all(dim, keep).to(torch.float64), reduced);
        Same([model.Values.Sum()], t.sum(), [], 1e-12);
    });

    [Fact]
    public void Matrix_products_agree_with_plain_loops() => Check(random =>
    {
        var (m, k, n) = (random.Next(0, 5), random.Next(0, 5), random.Next(0, 5));
        var (batchA, batchB, batch) = BroadcastShapes(random);
        var a = new Model([.. batchA, m, k], random);
        var b = new Model([.. batchB, k, n], random);
        var expected = Model.Indices([.. batch, m, n]).Select(i => Enumerable.Range(0, k).Sum(p =>
            a.Stretched([.. i[..^1], p]) * b.Stretched([.. i[..^2], p, i[^1]]))).ToArray();

        Same(expected, a.ToTensor(random).matmul(b.ToTensor(random)), [.. batch, m, n], 1e-12);
    });

    [Fact]
    public void Scatter_gather_and_order_agree_with_plain_loops() => Check(random =>
    {
        var (rows, columns, picks) = (random.Next(1, 5), random.Next(1, 6), random.Next(1, 6));
        var model = new Model([rows, columns], random);
        var t = model.ToTensor(random);
        var index = Enumerable.Range(0, rows * picks).Select(_ => (long)random.Next(columns)).ToArray();
        var ti = torch.tensor(index, rows, picks);
        var source = new Model([rows, picks], random);

        Same(index.Select((c, i) => model.At([i / picks, c])).ToArray(), t.gather(1, ti), [rows, picks]);
        var added = (double[])model.Values.Clone();
        for (var i = 0; i < index.Length; i++)
            added[(i / picks * columns) + index[i]] += source.Values[i];
        Same(added, t.scatter_add(1, ti, source.ToTensor(random)), [rows, columns]);
        var ordered = Enumerable.Range(0, rows)
            .SelectMany(r => Enumerable.Range(0, columns).Select(c => model.At([r, c])).OrderDescending()).ToArray();
        Same(ordered, t.sort(1, descending: true).Values, [rows, columns]);
        var k = random.Next(1, columns + 1);
        Same(ordered.Where((_, i) => i % columns < k).ToArray(), t.topk(k).values, [rows, k]);
        var running = model.Values.Select((_, i) => Enumerable.Range(i / columns * columns, (i % columns) + 1).Sum(j => model.Values[j])).ToArray();
        Same(running, t.cumsum(1), [rows, columns], 1e-12);
    });

    private static void Check(Action<System.Random> property) => FsCheck.Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll<int>(seed =>
        {
            using var scope = torch.NewDisposeScope();
            property(new System.Random(seed));
        }));

    private static void Same(double[] expected, torch.Tensor actual, long[] shape, double tolerance = 0)
    {
        Assert.Equal(shape, actual.shape);
        var values = actual.data<double>().ToArray();
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(values[i] - expected[i]) <= tolerance * (1 + Math.Abs(expected[i])), $"[{i}] expected {expected[i]:R}, got {values[i]:R}");
    }

    private static long[] RandomShape(System.Random random, int rank, int size, int least = 0) =>
        Enumerable.Range(0, random.Next(rank + 1)).Select(_ => (long)random.Next(least, size + 1)).ToArray();

    private static (long[] A, long[] B, long[] Both) BroadcastShapes(System.Random random)
    {
        var both = RandomShape(random, 3, 3);
        long[] Part() => [.. both.Select(s => random.Next(3) == 0 ? 1 : s).Skip(random.Next(both.Length + 1))];
        var (a, b) = (Part(), Part());
        var rank = Math.Max(a.Length, b.Length);
        var result = new long[rank];
        for (var i = 1; i <= rank; i++)
        {
            var (x, y) = (i <= a.Length ? a[^i] : 1, i <= b.Length ? b[^i] : 1);
            result[^i] = x == 1 ? y : x;
        }

        return (a, b, result);
    }

    private static IEnumerable<long[]> Product(List<long[]> choices) => choices.Aggregate(
        (IEnumerable<long[]>)[[]], (lists, choice) => lists.SelectMany(list => choice.Select(c => (long[])[.. list, c])));

    private static (torch.Tensor View, Model Named) RandomView(System.Random random, torch.Tensor view, Model model)
    {
        var shape = model.Shape;
        var d = shape.Length == 0 ? 0 : random.Next(shape.Length);
        switch (random.Next(7))
        {
            case 0 when shape.Length > 1:
                var e = random.Next(shape.Length);
                var swapped = (long[])shape.Clone();
                (swapped[d], swapped[e]) = (swapped[e], swapped[d]);
                return (view.transpose(d, e), model.Map(swapped, i =>
                {
                    var j = (long[])i.Clone();
                    (j[d], j[e]) = (j[e], j[d]);
                    return j;
                }));
            case 1 when shape.Length > 0:
                var start = random.Next((int)shape[d] + 1);
                var length = random.Next((int)shape[d] - start + 1);
                return (view.narrow(d, start, length), model.Map(With(shape, d, length), i => With(i, d, i[d] + start)));
            case 2 when shape.Length > 0 && shape[d] > 0:
                var index = random.Next((int)shape[d]);
                return (view.select(d, index), model.Map([.. shape[..d], .. shape[(d + 1)..]], i => [.. i[..d], index, .. i[d..]]));
            case 3:
                var at = random.Next(shape.Length + 1);
                return (view.unsqueeze(at), model.Map([.. shape[..at], 1, .. shape[at..]], i => [.. i[..at], .. i[(at + 1)..]]));
            case 4 when shape.Length > 0 && shape[d] == 1:
                return (view.expand(With(shape, d, 3)), model.Map(With(shape, d, 3), i => With(i, d, 0)));
            case 5 when shape.Length > 0:
                var count = (shape[d] + 1) / 2;
                return (view.slice(d, 0, shape[d], 2), model.Map(With(shape, d, count), i => With(i, d, 2 * i[d])));
            case 6 when shape.Length > 1 && view.is_contiguous():
                long[] flat = [.. shape[..^2], shape[^2] * shape[^1]];
                return (view.view(flat), new Model(flat, model.Values));
            default:
                return (view, model);
        }
    }

    private static long[] With(long[] values, int at, long value)
    {
        var copy = (long[])values.Clone();
        copy[at] = value;
        return copy;
    }

    /// <summary>A shape and its elements in row-major order.</summary>
    private sealed class Model(long[] shape, double[] values)
    {
        public Model(long[] shape, System.Random random)
            : this(shape, Enumerable.Range(0, (int)shape.Aggregate(1L, (n, s) => n * s)).Select(_ => Math.Round((random.NextDouble() * 4) - 2, 3)).ToArray())
        {
        }

        public long[] Shape { get; } = shape;

        public double[] Values { get; } = values;

        public static IEnumerable<long[]> Indices(long[] shape) =>
            Product([.. shape.Select(s => Enumerable.Range(0, (int)s).Select(i => (long)i).ToArray())]);

        public double At(long[] index) => Values[index.Zip(Shape).Aggregate(0L, (flat, p) => (flat * p.Second) + p.First)];

        public double Stretched(long[] index) =>
            At([.. index[^Shape.Length..].Zip(Shape).Select(p => p.Second == 1 ? 0 : p.First)]);

        public Model Map(long[] shape, Func<long[], long[]> from) => new(shape, [.. Indices(shape).Select(i => At(from(i)))]);

        // Half of them lie transposed in memory.
        public torch.Tensor ToTensor(System.Random random)
        {
            var t = torch.tensor(Values, Shape);
            return random.Next(2) == 0 ? t : t.T.contiguous().T;
        }
    }
}
