namespace Seq2Seq.Tensors.Tests.Kernels;

[Collection("thread count")]
public sealed unsafe class LayerNormTests : IDisposable
{
    private readonly int _before = Workers.ThreadCount;

    public void Dispose() => Workers.ThreadCount = _before;

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Sums_over_the_rows_are_chains_in_their_order_and_slopes_are_those_of_fewer_rows(int threads, bool both)
    {
        const int Rows = 301, Columns = 277, Some = 40;
        Workers.ThreadCount = threads;
        float[] x = Numbers.Random(Rows * Columns, 1, 3), dy = Numbers.Random(x.Length, 2), weight = Numbers.Random(Columns, 3), y = new float[x.Length];
        float[] means = new float[Rows], scales = new float[Rows], dx = Numbers.Random(x.Length, 4), part = Numbers.Random(Some * Columns, 4);
        float[] dw = Numbers.Random(Columns, 5), db = Numbers.Random(Columns, 6), w = (float[])dw.Clone(), b = (float[])db.Clone();

        fixed (float* px = x, pu = dy, pw = weight, py = y, pm = means, ps = scales, pdx = dx, pdw = dw, pdb = db, pp = part)
        {
            LayerNormKernel.Forward(Rows, Columns, px, pw, null, 1e-5, py, pm, ps);
            LayerNormKernel.Backward(Rows, Columns, px, pw, pm, ps, pu, pdx, pdw, both ? pdb : null);
            LayerNormKernel.Backward(Some, Columns, px, pw, pm, ps, pu, pp, null, null);
        }

        for (var i = 0; i < x.Length; i++)
        {
            var (row, column) = (i / Columns, i % Columns);
            w[column] = MathF.FusedMultiplyAdd(dy[i], (x[i] - means[row]) * scales[row], w[column]);
            b[column] += both ? dy[i] : 0;
        }

        Assert.Equal(w, dw);
        Assert.Equal(b, db);
        Assert.Equal(part, dx[..part.Length]);
    }
}
