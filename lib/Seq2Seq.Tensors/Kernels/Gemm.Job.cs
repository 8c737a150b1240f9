using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

internal static unsafe partial class Gemm
{
    /// <summary>One product, cut into chunks of rows and columns (never of k).</summary>
    private struct Job(
        bool transA, int m, int n, int k, float* a, int lda, float* b, int ldb, bool packed, float* c, int ldc, bool accumulate,
        float* bias = null, RowRun* runs = null, LeftTail tail = default) : IChunkBody
    {
        // Numbers of a right operand from which on the second cache of a core does not hold it beside everything else.
        private const nint SecondCache = 1 << 17;

        private readonly int _depth = DepthOf(k);

        // What is larger than the caches is written past them, where each number is written once.
        private readonly bool _streams = !accumulate && k <= MostDepth && Streaming.Beyond<float>((long)m * n)
            && Vector256.IsHardwareAccelerated && ((nint)c % 64 | ldc % 16) == 0;

        private int _rowChunks = 1;
        private int _columnChunks = 1;
        private long _number;

        public readonly int Chunks => _rowChunks * _columnChunks;

        /// <summary>Few rows are cut by columns only, and each thread packs them once for all its chunks.</summary>
        public readonly bool KeepsLeft => _number != 0;

        private readonly int RowTiles => (m + TileRows - 1) / TileRows;

        private readonly int Panels => (n + TileColumns - 1) / TileColumns;

        /// <summary>
        /// Chooses chunks of whole tiles: as many for each thread, all of about the same size. Rows first, because a chunk packs its
        /// rows of A; but not so few of them that a panel of B hardly pays for its way into the first cache.
        /// </summary>
        public void Split()
        {
            if ((long)m * n * k < ParallelWork || Workers.ThreadCount == 1 || Workers.IsBusy)
                return;
            var wanted = ChunksPerThread * Workers.ThreadCount;
            if (m <= BlockRows && k <= MostDepth && Panels >= wanted)
            {
                (_columnChunks, _number) = (wanted, GemmScratch.NextJob());
                return;
            }

            var most = Math.Max(1, RowTiles / LeastTiles);
            var blocks = (m + BlockRows - 1) / BlockRows;
            _rowChunks = most <= wanted ? most : Math.Min(most, RoundUp(Math.Max(wanted, blocks), Workers.ThreadCount));
            _columnChunks = Math.Clamp((wanted + _rowChunks - 1) / _rowChunks, 1, (Panels + 1) / 2);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var (rowPart, columnPart) = (chunk % _rowChunks, chunk / _rowChunks);
            var firstRow = Cut(RowTiles, rowPart, _rowChunks) * TileRows;
            var lastRow = Math.Min(m, Cut(RowTiles, rowPart + 1, _rowChunks) * TileRows);
            var firstColumn = Cut(Panels, columnPart, _columnChunks) * TileColumns;
            var lastColumn = Math.Min(n, Cut(Panels, columnPart + 1, _columnChunks) * TileColumns);
            var scratch = GemmScratch.Own;
            for (var row = firstRow; row < lastRow; row += BlockRows)
            {
                var rows = Math.Min(BlockRows, lastRow - row);
                for (var depth = 0; depth < k; depth += _depth)
                    Block(row, rows, firstColumn, lastColumn, depth, Math.Min(_depth, k - depth), scratch, lastRow);
            }

            if (_streams)
                Streaming.Finish();
        }

        // Where part number `part` of `parts` begins.
        private static int Cut(int count, int part, int parts) => (int)((long)count * part / parts);

        // Rows of A in groups of TileRows; a last group of one or up to four rows is packed that narrow.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void PackLeft(int row, int rows, int depth, int count, float* to)
        {
            var i = 0;
            if (transA && TileRows == 8)
            {
                for (; i + 4 * TileRows <= rows; i += 4 * TileRows)
                {
                    if (runs != null)
                        RowRun.FourGroups(runs, row + i, lda, depth, count, to + (nint)i * count);
                    else
                        GemmPack.FourGroups(a + (nint)depth * lda + row + i, lda, count, to + (nint)i * count, TileRows * (nint)count);
                }
            }

            for (; i < rows; i += TileRows)
            {
                var valid = Math.Min(TileRows, rows - i);
                if (runs != null)
                    RowRun.Lines(runs, false, row + i, lda, depth, count, valid, Width(valid), to + (nint)i * count);
                else if (transA)
                    GemmPack.Lines(a + (nint)depth * lda + row + i, lda, count, valid, Width(valid), to + (nint)i * count);
                else if (tail.Begins(depth + count))
                    tail.Turned(a, lda, row + i, depth, count, valid, Width(valid), to + (nint)i * count);
                else
                    GemmPack.Turned(a + (nint)(row + i) * lda + depth, lda, count, valid, Width(valid), to + (nint)i * count);
            }
        }

        private static int Width(int valid) => valid == 1 ? 1 : valid <= 4 ? 4 : TileRows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Block(int row, int rows, int firstColumn, int lastColumn, int depth, int count, float* scratch, int lastRow)
        {
            if (_number == 0 || GemmScratch.IsNewTo(_number))
                PackLeft(row, rows, depth, count, scratch);
            var stored = depth > 0 || accumulate;
            var padded = (nint)Panels * TileColumns;
            var tiles = (rows + TileRows - 1) / TileRows;
            var left = LeftAfter(row, lastRow, depth, tiles * ((lastColumn - firstColumn + TileColumns - 1) / TileColumns));

            // The panel of B after this one lies behind it. Each tile asks for its share of it, a little at every step.
            var fetches = packed && padded * k > SecondCache;
            var step = fetches ? (TileColumns * sizeof(float) + tiles - 1) / tiles : 0;
            for (var column = firstColumn; column < lastColumn; column += TileColumns)
            {
                var columns = Math.Min(TileColumns, lastColumn - column);
                var right = packed ? b + depth * padded + (nint)column * count : b + (nint)depth * ldb + column;
                nint stride = packed ? TileColumns : ldb;
                if (!packed && columns < TileColumns)
                {
                    EdgePanel(right, count, columns, row, rows, column, scratch, stored);
                    continue;
                }

                var ahead = (byte*)(fetches ? right + (nint)count * TileColumns : right);
                for (var i = 0; i < rows; i += TileRows, ahead += (nint)step * count)
                {
                    left.Fetch();
                    Tile(
                        count, scratch + (nint)i * count, right, stride, row + i, Math.Min(TileRows, rows - i), column, columns, stored, ahead, step);
                }
            }
        }

        // What is packed of A after one block: the loop over its tiles asks for it.
        private readonly LinesAhead LeftAfter(int row, int lastRow, int depth, int tiles)
        {
            depth += _depth;
            if (depth >= k)
                (row, depth) = (row + BlockRows, 0);
            if (row >= lastRow)
                return default;
            var (rows, count) = (Math.Min(BlockRows, lastRow - row), Math.Min(_depth, k - depth));

            // Runs of the left operand mostly follow each other.
            var lines = runs != null ? RowRun.LeftRow(runs, depth, lda) : a + (nint)depth * lda;
            return transA
                ? new LinesAhead(lines + row, lda, rows, count, tiles)
                : new LinesAhead(a + (nint)row * lda + depth, lda, count, rows, tiles);
        }

        // The last columns of an unpacked B would be read past their end: pack just these.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void EdgePanel(
            float* right, int count, int columns, int row, int rows, int column, float* scratch, bool stored)
        {
            // The rows are too few to fill the block of packed rows.
            var panel = scratch + LeftLength - MostDepth * 32;
            GemmPack.Lines(right, ldb, count, columns, TileColumns, panel);
            for (var i = 0; i < rows; i += TileRows)
            {
                Tile(
                    count, scratch + (nint)i * count, panel, TileColumns, row + i, Math.Min(TileRows, rows - i), column, columns, stored,
                    (byte*)panel, 0);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Tile(
            int count, float* left, float* right, nint stride, int row, int rows, int column, int columns, bool stored,
            byte* ahead, nint step)
        {
            var target = c + (nint)row * ldc + column;
            var from = stored ? target : bias == null ? null : bias + column;
            nint ldFrom = stored ? ldc : 0;
            var width = Width(rows);
            if (rows == width && columns == TileColumns)
            {
                if (!_streams)
                    FetchNext(target, row + rows);
                Compute(width, count, left, right, stride, from, ldFrom, target, ldc, ahead, step, _streams);
                return;
            }

            // A tile that sticks out is computed aside.
            var aside = stackalloc float[8 * 32];
            if (from != null)
                Copy(from, ldFrom, aside, TileColumns, rows, columns);
            Compute(width, count, left, right, stride, from == null ? null : aside, TileColumns, aside, TileColumns, ahead, step, streams: false);
            Copy(aside, TileColumns, target, ldc, rows, columns);
        }

        // Asks for the tile of C below the one at target: it will be wanted when this one is done. A row may touch three lines.
        private readonly void FetchNext(float* target, int row)
        {
            var next = target + TileRows * (nint)ldc;
            for (var i = Math.Min(TileRows, m - row); Sse.IsSupported && i > 0; i--, next += ldc)
            {
                Sse.Prefetch0(next);
                Sse.Prefetch0(next + 16);
                Sse.Prefetch0(next + 31);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Copy(float* from, nint ldFrom, float* to, nint ldTo, int rows, int columns)
        {
            for (var i = 0; i < rows; i++)
                new ReadOnlySpan<float>(from + i * ldFrom, columns).CopyTo(new Span<float>(to + i * ldTo, columns));
        }

        private static void Compute(
            int width, nint count, float* a, float* b, nint stride, float* from, nint ldFrom, float* c, nint ldc, byte* ahead, nint step,
            bool streams)
        {
            if (Vector512.IsHardwareAccelerated)
                Compute<Float16>(width, count, a, b, stride, from, ldFrom, c, ldc, ahead, step, streams);
            else if (Vector256.IsHardwareAccelerated)
                Compute<Float8>(width, count, a, b, stride, from, ldFrom, c, ldc, ahead, step, streams);
            else if (Vector128.IsHardwareAccelerated)
                Compute<Float4>(width, count, a, b, stride, from, ldFrom, c, ldc, ahead, step, streams);
            else
                Compute<Float1>(width, count, a, b, stride, from, ldFrom, c, ldc, ahead, step, streams);
        }

        private static void Compute<V>(
            int width, nint count, float* a, float* b, nint stride, float* from, nint ldFrom, float* c, nint ldc, byte* ahead, nint step,
            bool streams)
            where V : unmanaged, IVector<V>
        {
            if (width == 8 && streams)
                GemmTile.Rows8<V, PastCaches>(count, a, b, stride, from, ldFrom, c, ldc, ahead, step);
            else if (width == 8)
                GemmTile.Rows8<V, IntoCaches>(count, a, b, stride, from, ldFrom, c, ldc, ahead, step);
            else if (width == 6 && streams)
                GemmTile.Rows6<V, PastCaches>(count, a, b, stride, from, ldFrom, c, ldc, ahead, step);
            else if (width == 6)
                GemmTile.Rows6<V, IntoCaches>(count, a, b, stride, from, ldFrom, c, ldc, ahead, step);
            else if (width == 4)
                GemmTile.Rows4<V>(count, a, b, stride, from, ldFrom, c, ldc);
            else
                GemmTile.Rows1<V>(count, a, b, stride, from, ldFrom, c, ldc);
        }
    }
}
