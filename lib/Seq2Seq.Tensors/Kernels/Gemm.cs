using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Seq2Seq.Tensors;

/// <summary>C (m, n) = op(A) (m, k) · op(B) (k, n), plus C when accumulating; row-major, leading dimensions in elements.</summary>
/// <remarks>
/// Each element of C is one chain of fused multiply-adds over k in rising order, starting from 0 or from C: tiling, packing and
/// threads change nothing. Loops after Goto and van de Geijn 2008: B packed in column panels, blocks of A packed for the second cache,
/// tiles of 8 rows by 2 AVX-512 vectors (6 by 2 of narrower ones). A panel is longer than the first cache: a tile reads it from the
/// second one as fast as it multiplies, and fewer passes over C are worth more (measured on a Zen 4: 3 to 4 in a hundred).
/// </remarks>
internal static unsafe partial class Gemm
{
    internal const int LeftLength = BlockRows * MostDepth;
    private const int MostDepth = 512;

    // A multiple of every tile's rows.
    private const int BlockRows = 144;
    private const int ChunksPerThread = 4;
    private const int LeastTiles = 4;
    private const int ThinRows = 5;

    // A product of a few rows or columns takes so many times as long as the same work in tiles.
    private const int ThinFactor = 8;
    private const int TinyWork = 2048;
    private const int ColumnWork = 65536;
    private const long ParallelWork = 200_000;

    internal static readonly int TileRows = Vector512.IsHardwareAccelerated ? 8 : 6;
    internal static readonly int TileColumns = Vector512.IsHardwareAccelerated ? 32
        : Vector256.IsHardwareAccelerated ? 16
        : Vector128.IsHardwareAccelerated ? 8 : 2;

    /// <remarks><paramref name="bias"/> (n), if given, is what every row begins with; then accumulate must be false.</remarks>
    public static void Multiply(
        bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate,
        float* bias = null)
    {
        if (m <= 0 || n <= 0)
            return;
        if (n == 1 && bias == null && (long)m * k <= ColumnWork)
        {
            GemmColumn.Multiply(transA, m, k, a, lda, b, transB ? 1 : ldb, c, ldc, accumulate);
            return;
        }

        if (m == 1 && transB && bias == null && (long)n * k <= ColumnWork)
        {
            // As the column that the row is when it is turned over.
            GemmColumn.Multiply(false, n, k, b, ldb, a, transA ? lda : 1, c, 1, accumulate);
            return;
        }

        var isThin = m <= ThinRows && !transB && n >= GemmTiny.LeastColumns && !accumulate && bias == null;
        if ((long)m * n * k <= (isThin ? ColumnWork : TinyWork) || k <= 0)
        {
            for (nint row = 0; bias != null && row < m; row++)
                new ReadOnlySpan<float>(bias, n).CopyTo(new Span<float>(c + row * ldc, n));
            accumulate |= bias != null;
            Tiny(transA, transB, m, n, k, a, lda, b, ldb, c, ldc, accumulate);
            return;
        }

        if (m <= 2 * TileRows && !transB)
        {
            // Too few rows to pay for packing B: its rows are read where they are.
            Run(new Job(transA, m, n, k, a, lda, b, ldb, packed: false, c, ldc, accumulate, bias));
            return;
        }

        var panels = (float*)NativePool.Rent(PackedLength(k, n) * sizeof(float), out var bucket);
        PackRight(transB, n, k, b, ldb, panels);
        Run(new Job(transA, m, n, k, a, lda, panels, 0, packed: true, c, ldc, accumulate, bias));
        NativePool.Return((byte*)panels, bucket);
    }

    /// <summary>The same product with a right operand that is packed already.</summary>
    public static void Multiply(bool transA, int m, float* a, int lda, PackedMatrix b, float* c, int ldc, bool accumulate, float* bias = null)
    {
        if (m > 0 && b.N > 0)
            Run(new Job(transA, m, b.N, b.K, a, lda, b.Panels, 0, packed: true, c, ldc, accumulate, bias));
    }

    /// <summary>The same product with panels that <see cref="PackRight(bool, int, int, float*, int, float*)"/> made.</summary>
    internal static void MultiplyPanels(
        bool transA, int m, int n, int k, float* a, int lda, float* panels, float* c, int ldc, bool accumulate,
        float* bias = null, LeftTail tail = default)
    {
        if (m > 0 && n > 0)
            Run(new Job(transA, m, n, k, a, lda, panels, 0, packed: true, c, ldc, accumulate, bias, tail: tail));
    }

    /// <summary>C (m, n) = Aᵀ B, plus C when accumulating, for rows of A (k, m) and B (k, n) that lie in runs.</summary>
    public static void MultiplyRuns(int m, int n, int k, RowRun* runs, int lda, int ldb, float* c, int ldc, bool accumulate)
    {
        if (m <= 0 || n <= 0)
            return;
        if (k == 0)
        {
            for (nint row = 0; row < m && !accumulate; row++)
                new Span<float>(c + row * ldc, n).Clear();
            return;
        }

        var panels = (float*)NativePool.Rent(PackedLength(k, n) * sizeof(float), out var bucket);
        PackRight(new Packing(false, n, k, null, ldb, panels, runs), n, k);
        Run(new Job(true, m, n, k, null, lda, panels, 0, packed: true, c, ldc, accumulate, runs: runs));
        NativePool.Return((byte*)panels, bucket);
    }

    /// <summary>The same product for each item of a batch, whose matrices lie the given strides apart (0 repeats one matrix).</summary>
    public static void MultiplyBatched(
        int batch, long strideA, long strideB, long strideC, bool transA, bool transB, int m, int n, int k,
        float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate)
    {
        if (strideB == 0 && !transA && strideA == (long)m * lda && strideC == (long)m * ldc && (long)batch * m < int.MaxValue)
        {
            // One right operand for all: the batch is one tall matrix.
            Multiply(transA, transB, batch * m, n, k, a, lda, b, ldb, c, ldc, accumulate);
            return;
        }

        var items = new Items(batch, strideA, strideB, strideC, transA, transB, m, n, k, a, lda, b, ldb, c, ldc, accumulate);
        if (batch == 1 || batch * items.Work < ParallelWork)
        {
            for (var chunk = 0; chunk < items.Chunks; chunk++)
                items.Run(chunk);
            return;
        }

        Workers.For(items.Chunks, ref items);
    }

    /// <summary>Floats that a packed right operand takes.</summary>
    internal static long PackedLength(int k, int n) => (long)Math.Max(k, 1) * ((n + TileColumns - 1) / TileColumns * TileColumns);

    /// <summary>Packs op(B): for each depth block of k, panels of TileColumns columns.</summary>
    internal static void PackRight(bool transB, int n, int k, float* b, int ldb, float* to) =>
        PackRight(new Packing(transB, n, k, b, ldb, to), n, k);

    // How much of k is done at a time: equal parts, so that the last one is not a short one.
    internal static int DepthOf(int k)
    {
        var parts = (k + MostDepth - 1) / MostDepth;
        return parts <= 1 ? MostDepth : RoundUp((k + parts - 1) / parts, 8);
    }

    private static int RoundUp(int value, int step) => (value + step - 1) / step * step;

    private static void PackRight(Packing body, int n, int k)
    {
        if ((long)n * k < 16384)
        {
            for (var panel = 0; panel < body.Panels; panel++)
                body.Run(panel);
            return;
        }

        Workers.For(body.Panels, ref body);
    }

    private static void Run(Job job)
    {
        job.Split();
        if (job.KeepsLeft)
            BothEnds.For(job.Chunks, ref job);
        else if (job.Chunks > 1)
            Workers.For(job.Chunks, ref job);
        else
            job.Run(0);
    }

    // For products that are over before packing would have begun.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiny(
        bool transA, bool transB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate)
    {
        nint stepA = transA ? lda : 1, rowA = transA ? 1 : lda;
        nint stepB = transB ? 1 : ldb, columnB = transB ? ldb : 1;
        for (var i = 0; i < m && !transB && n >= GemmTiny.LeastColumns; i++)
            new GemmTiny(k, a + i * rowA, stepA, b, ldb, c + (nint)i * ldc, accumulate).Row(n);
        for (var i = 0; i < m && (transB || n < GemmTiny.LeastColumns); i++)
        {
            var row = a + i * rowA;
            var output = c + (nint)i * ldc;
            var j = 0;
            for (; j + 4 <= n; j += 4)
            {
                float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
                if (accumulate)
                    (s0, s1, s2, s3) = (output[j], output[j + 1], output[j + 2], output[j + 3]);
                var column = b + j * columnB;
                for (nint p = 0; p < k; p++)
                {
                    var left = row[p * stepA];
                    var right = column + p * stepB;
                    s0 = FloatFma.Of(left, right[0], s0);
                    s1 = FloatFma.Of(left, right[columnB], s1);
                    s2 = FloatFma.Of(left, right[2 * columnB], s2);
                    s3 = FloatFma.Of(left, right[3 * columnB], s3);
                }

                (output[j], output[j + 1], output[j + 2], output[j + 3]) = (s0, s1, s2, s3);
            }

            for (; j < n; j++)
            {
                var sum = accumulate ? output[j] : 0;
                for (nint p = 0; p < k; p++)
                    sum = FloatFma.Of(row[p * stepA], b[j * columnB + p * stepB], sum);
                output[j] = sum;
            }
        }
    }

    private readonly struct Packing(bool transB, int n, int k, float* b, int ldb, float* to, RowRun* runs = null) : IChunkBody
    {
        public int Panels => (n + TileColumns - 1) / TileColumns;

        public void Run(int panel)
        {
            var padded = (nint)Panels * TileColumns;
            var column = panel * TileColumns;
            var valid = Math.Min(TileColumns, n - column);
            var block = DepthOf(k);
            for (var depth = 0; depth < k; depth += block)
            {
                var count = Math.Min(block, k - depth);
                var target = to + depth * padded + (nint)column * count;
                if (runs != null)
                    RowRun.Lines(runs, true, column, ldb, depth, count, valid, TileColumns, target);
                else if (transB)
                    GemmPack.Turned(b + (nint)column * ldb + depth, ldb, count, valid, TileColumns, target);
                else
                    GemmPack.Lines(b + (nint)depth * ldb + column, ldb, count, valid, TileColumns, target);
            }
        }
    }

    private readonly struct Items(
        int batch, long strideA, long strideB, long strideC, bool transA, bool transB, int m, int n, int k,
        float* a, int lda, float* b, int ldb, float* c, int ldc, bool accumulate) : IChunkBody
    {
        /// <summary>How long an item takes, in multiply-adds of a product in tiles.</summary>
        public long Work => (long)m * n * k * (Math.Min(m, n) < LeastTiles ? ThinFactor : 1);

        // Small items go in groups, so that a chunk is worth claiming.
        private int PerChunk => (int)Math.Clamp(50_000 / Math.Max(1, Work), 1, batch);

        public int Chunks => (batch + PerChunk - 1) / PerChunk;

        public void Run(int chunk)
        {
            var end = Math.Min(batch, (chunk + 1) * PerChunk);
            for (var item = chunk * PerChunk; item < end; item++)
                Multiply(transA, transB, m, n, k, a + item * strideA, lda, b + item * strideB, ldb, c + item * strideC, ldc, accumulate);
        }
    }
}
