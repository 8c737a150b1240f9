namespace Seq2Seq.Tensors.Tests.Kernels;

/// <summary>Results that are too large for the caches are written past them: the same numbers as those of fewer rows.</summary>
public sealed unsafe class StreamingTests
{
    // Rows that begin anywhere within a cache line, and in all a little more than the least that is streamed.
    private const int Rows = 1031;
    private const int Columns = 8203;
    private const int Part = 100;

    private static readonly float[] X = Numbers.Random(Rows * Columns, 1, 6);
    private static readonly float[] Upper = Numbers.Random(Rows * Columns, 2);

    [Fact]
    public void This_much_is_beyond_the_caches_and_a_part_is_not()
    {
        Assert.True(Streaming.Beyond<float>(Rows * Columns));
        Assert.False(Streaming.Beyond<float>(Part * Columns));
    }

    [Fact]
    public void Softmax()
    {
        Same((x, rows, y) => SoftmaxKernel.Forward<float>(x, rows, Columns, y));
        Same((x, rows, y) => SoftmaxKernel.Backward<float>(x, Upper.AsSpan(0, x.Length), rows, Columns, y, fresh: true), repeated: true);
    }

    [Fact]
    public void Log_softmax()
    {
        Same((x, rows, y) => LogSoftmaxKernel.Forward<float>(x, rows, Columns, y));
        Same((x, rows, y) => LogSoftmaxKernel.Backward<float>(x, Upper.AsSpan(0, x.Length), rows, Columns, y, fresh: true), repeated: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Cross_entropy(double smoothing) => Same((x, rows, y) =>
    {
        var targets = Enumerable.Range(0, rows).Select(i => i % Part == 7 ? -1 : (long)(i % Part * 81)).ToArray();
        float[] losses = new float[rows], logs = new float[rows], one = [0.7f];
        fixed (float* px = x, py = y, pl = losses, ps = logs, pu = one)
        fixed (long* pt = targets)
        {
            CrossEntropyKernel.Forward(rows, Columns, px, pt, (float*)null, -1, smoothing, pl, ps);
            CrossEntropyKernel.Backward(rows, Columns, px, pt, (float*)null, -1, smoothing, ps, pu, true, py, fresh: true);
        }

        for (var i = 0; i < rows; i++)
            y[i * Columns] += losses[i];
    });

    [Fact]
    public void Cross_entropy_with_the_sums_of_its_columns()
    {
        var targets = Enumerable.Range(0, Rows).Select(i => i % Part == 7 ? -1 : (long)(i % Part * 81)).ToArray();
        float[] losses = new float[Rows], logs = new float[Rows], one = [0.7f], sums = new float[Columns], expected = new float[Columns];
        float[] alone = new float[X.Length], along = new float[X.Length];
        fixed (float* px = X, pa = alone, py = along, pl = losses, ps = logs, pu = one, pn = sums, pe = expected)
        fixed (long* pt = targets)
        {
            CrossEntropyKernel.Forward(Rows, Columns, px, pt, (float*)null, -1, 0.1, pl, ps);
            CrossEntropyKernel.Backward(Rows, Columns, px, pt, (float*)null, -1, 0.1, ps, pu, true, pa, fresh: true);
            CrossEntropyKernel.Backward(Rows, Columns, px, pt, (float*)null, -1, 0.1, ps, pu, true, py, fresh: true, pn);
            ColumnSums.Add(pa, Rows, Columns, pe, isDouble: false);
        }

        Assert.True(alone.AsSpan().SequenceEqual(along));
        Assert.True(expected.AsSpan().SequenceEqual(sums));
    }

    private delegate void Kernel(ReadOnlySpan<float> x, int rows, Span<float> y);

    // All rows at once, and some at a time; repeated: every part of the second argument is the first.
    private static void Same(Kernel kernel, bool repeated = false)
    {
        float[] whole = Enumerable.Repeat(float.NaN, X.Length).ToArray(), part = Enumerable.Repeat(float.NaN, Part * Columns).ToArray();
        kernel(X, Rows, whole);
        var parts = repeated ? 1 : Rows / Part;
        for (var p = 0; p < parts; p++)
        {
            kernel(X.AsSpan(p * Part * Columns, Part * Columns), Part, part);
            Assert.True(whole.AsSpan(p * Part * Columns, Part * Columns).SequenceEqual(part));
        }
    }
}
