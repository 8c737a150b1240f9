namespace Seq2Seq.Tensors;

/// <summary>An optimizer's loop over a parameter, which can start anywhere in it.</summary>
internal unsafe interface IStepBody<TSelf> : IRangeBody
{
    /// <summary>The same loop from element <paramref name="start"/> on; its gradient lies at <paramref name="slope"/>, null: it is zero.</summary>
    TSelf From(nint start, void* slope);
}

/// <summary>Deals the rows of a table out to the workers where only some of them have a gradient.</summary>
internal static unsafe class RowSteps
{
    private const int Length = 8192;

    /// <param name="body">The step.</param>
    /// <param name="gradient">The rows that are not zero.</param>
    /// <param name="skipsZeros">True if the step leaves an element without a gradient as it is.</param>
    public static void Run<TBody>(ref TBody body, RowGradient gradient, bool skipsZeros)
        where TBody : struct, IStepBody<TBody>
    {
        var (rows, columns) = (gradient.Sizes[0], gradient.Sizes[1]);
        var each = Math.Max(1, Length / columns);
        var chunks = new Chunks<TBody>(body, gradient, (nint)rows, (nint)columns, (nint)each, skipsZeros);
        Workers.For((int)((rows + each - 1) / each), ref chunks);
    }

    private readonly struct Chunks<TBody>(
        TBody body, RowGradient gradient, nint rows, nint columns, nint each, bool skipsZeros) : IChunkBody
        where TBody : struct, IStepBody<TBody>
    {
        public void Run(int chunk)
        {
            nint row = chunk * each, end = Math.Min(rows, row + each);
            while (row < end)
            {
                var first = row;
                var slope = gradient.Row(row++);
                while (slope == null && row < end && gradient.Row(row) == null)
                    row++;
                if (slope == null && skipsZeros)
                    continue;
                var part = body.From(first * columns, slope);
                Simd.Run(ref part, (row - first) * columns, gradient.Type == torch.ScalarType.Float64);
            }
        }
    }
}
