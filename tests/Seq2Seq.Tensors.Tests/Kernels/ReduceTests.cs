namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed class ReduceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(1000)]
    [InlineData(4097)]
    [InlineData(70_001)]
    public void Sums_agree_with_double_precision(int count)
    {
        var x = Numbers.Random(count, 5);
        var y = Numbers.Random(count, 6);

        // Rounding of a tree of 16 lanes stays far below one part in a million of the sum of sizes.
        var size = 1e-6 * (1 + x.Sum(v => Math.Abs((double)v)));
        Assert.Equal(x.Sum(v => (double)v), ReduceKernel.Sum(x), size);
        Assert.Equal(x.Sum(v => (double)v * v), ReduceKernel.SumSquares(x), size);
        Assert.Equal(x.Zip(y).Sum(p => (double)p.First * p.Second), ReduceKernel.Dot(x, y), size);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Extremes_are_the_first_of_their_value_and_a_NaN_wins(int count)
    {
        var x = Numbers.Random(count, 8).Select(v => MathF.Round(v * 10)).ToArray();

        Assert.Equal(Array.IndexOf(x, x.Max()), ReduceKernel.ArgMax(x));
        Assert.Equal(Array.IndexOf(x, x.Min()), ReduceKernel.ArgMin(x));
        Assert.Equal(x.Max(), ReduceKernel.Max(x));
        Assert.Equal(x.Min(), ReduceKernel.Min(x));

        x[count / 2] = float.NaN;
        Assert.Equal(count / 2, ReduceKernel.ArgMax(x));
        Assert.True(float.IsNaN(ReduceKernel.Max(x)));
        Assert.True(float.IsNaN(ReduceKernel.Min(x)));
    }

    [Fact]
    public void Rows_and_columns_add_up()
    {
        var x = Numbers.Random(7 * 37, 9);
        var rows = new float[7];
        var columns = Enumerable.Repeat(1f, 37).ToArray();

        ReduceKernel.SumRows(x, 7, 37, rows);
        ReduceKernel.SumColumns(x, 7, 37, columns, accumulate: true);

        for (var row = 0; row < 7; row++)
            Assert.Equal(Enumerable.Range(0, 37).Sum(c => (double)x[row * 37 + c]), rows[row], 1e-5);
        for (var column = 0; column < 37; column++)
            Assert.Equal(1 + Enumerable.Range(0, 7).Sum(r => (double)x[r * 37 + column]), columns[column], 1e-5);
    }
}
