namespace Seq2Seq.Tensors;

/// <summary>Deals the rows of a matrix out to the workers.</summary>
internal static class RowChunks
{
    private const int LeastNumbers = 16384;
    private const int MostNumbers = 65536;

    /// <summary>Runs <paramref name="body"/> on every row, groups of rows at a time.</summary>
    public static void Run<TBody>(int rows, long columns, ref TBody body)
        where TBody : struct, IRowBody
    {
        var numbers = Math.Clamp(rows * columns / (32 * Workers.ThreadCount), LeastNumbers, MostNumbers);
        var perChunk = (int)Math.Clamp(numbers / Math.Max(1, columns), 1, Math.Max(1, rows));
        var chunks = (rows + perChunk - 1) / perChunk;
        if (chunks <= 1)
        {
            body.Run(0, rows);
            return;
        }

        var grouped = new Grouped<TBody>(body, rows, perChunk);
        BothEnds.For(chunks, ref grouped);
    }

    private readonly struct Grouped<TBody>(TBody body, int rows, int perChunk) : IChunkBody
        where TBody : struct, IRowBody
    {
        public void Run(int chunk) => body.Run(chunk * perChunk, Math.Min(rows, (chunk + 1) * perChunk));
    }
}

/// <summary>Work on some rows, independent of all others.</summary>
internal interface IRowBody
{
    void Run(int first, int last);
}
