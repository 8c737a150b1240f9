using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

internal static unsafe partial class Gemm
{
    // What a chain of multiply-adds begins with.
    private enum Start
    {
        Zero,
        Bias,
        Stored,
    }

    /// <summary>One product, cut into chunks of rows and columns (never of k).</summary>
    private struct Job(
        bool transA, int m, int n, int k, float* a, int lda, float* b, int ldb, bool packed, float* c, int ldc, bool accumulate,
        float* bias = null) : IChunkBody
    {
        private int _rowStep;
        private int _columnStep;

        public int Chunks { get; private set; }

        /// <summary>Chooses chunks: whole tiles, a few for each thread, columns first because they share the block of A.</summary>
        public void Split()
        {
            (_rowStep, _columnStep, Chunks) = (m, n, 1);
            if ((long)m * n * k < ParallelWork || Workers.ThreadCount == 1 || Workers.IsBusy)
                return;
            var wanted = 4 * Workers.ThreadCount;
            _rowStep = Math.Min(RoundUp(m, TileRows), BlockRows);
            var rowChunks = (m + _rowStep - 1) / _rowStep;
            var columnChunks = Math.Clamp((wanted + rowChunks - 1) / rowChunks, 1, (n + 2 * TileColumns - 1) / (2 * TileColumns));
            _columnStep = RoundUp((n + columnChunks - 1) / columnChunks, TileColumns);
            columnChunks = (n + _columnStep - 1) / _columnStep;
            if (rowChunks * columnChunks < wanted / 2 && m > 2 * TileRows)
            {
                var moreRows = Math.Min((wanted + columnChunks - 1) / columnChunks, (m + TileRows - 1) / TileRows);
                _rowStep = RoundUp((m + moreRows - 1) / moreRows, TileRows);
                rowChunks = (m + _rowStep - 1) / _rowStep;
            }

            Chunks = rowChunks * columnChunks;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            var rowChunks = (m + _rowStep - 1) / _rowStep;
            var firstRow = chunk % rowChunks * _rowStep;
            var firstColumn = chunk / rowChunks * _columnStep;
            var lastRow = Math.Min(m, firstRow + _rowStep);
            var lastColumn = Math.Min(n, firstColumn + _columnStep);
            var scratch = (float*)NativePool.Rent(BlockRows * Depth * sizeof(float), out var bucket);
            for (var row = firstRow; row < lastRow; row += BlockRows)
            {
                var rows = Math.Min(BlockRows, lastRow - row);
                for (var depth = 0; depth < k; depth += Depth)
                    Block(row, rows, firstColumn, lastColumn, depth, Math.Min(Depth, k - depth), scratch);
            }

            NativePool.Return((byte*)scratch, bucket);
        }

        private static int RoundUp(int value, int step) => (value + step - 1) / step * step;

        // Rows of A in groups of TileRows; a last group of one or up to four rows is packed that narrow.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void PackLeft(int row, int rows, int depth, int count, float* to)
        {
            for (var i = 0; i < rows; i += TileRows)
            {
                var valid = Math.Min(TileRows, rows - i);
                var width = Width(valid);
                if (transA)
                    GemmPack.Lines(a + (nint)depth * lda + row + i, lda, count, valid, width, to);
                else
                    GemmPack.Turned(a + (nint)(row + i) * lda + depth, lda, count, valid, width, to);
                to += (nint)count * TileRows;
            }
        }

        private static int Width(int valid) => valid == 1 ? 1 : valid <= 4 ? 4 : TileRows;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Block(int row, int rows, int firstColumn, int lastColumn, int depth, int count, float* scratch)
        {
            PackLeft(row, rows, depth, count, scratch);
            var start = depth > 0 || accumulate ? Start.Stored : bias != null ? Start.Bias : Start.Zero;
            var padded = (nint)RoundUp(n, TileColumns);
            var fetches = packed && m <= 64 && padded * k > 1 << 19;
            for (var column = firstColumn; column < lastColumn; column += TileColumns)
            {
                var columns = Math.Min(TileColumns, lastColumn - column);
                var right = packed ? b + depth * padded + (nint)column * count : b + (nint)depth * ldb + column;
                nint stride = packed ? TileColumns : ldb;
                if (!packed && columns < TileColumns)
                {
                    EdgePanel(right, count, columns, row, rows, column, scratch, start);
                    continue;
                }

                for (var i = 0; i < rows; i += TileRows)
                {
                    if (fetches)
                        Fetch(right + (nint)count * TileColumns, (nint)count * TileColumns, i, rows);
                    Tile(count, scratch + (nint)i * count, right, stride, row + i, Math.Min(TileRows, rows - i), column, columns, start);
                }
            }
        }

        // Asks for the i-th tile's share of the next panel. Few rows leave no time to wait for a right operand that no cache holds.
        private static void Fetch(float* panel, nint length, int i, int rows)
        {
            const int Line = 16;
            var tiles = (rows + TileRows - 1) / TileRows;
            var share = (length / Line + tiles - 1) / tiles * Line;
            var from = panel + i / TileRows * share;
            for (nint j = 0; Sse.IsSupported && j < share; j += Line)
                Sse.Prefetch1(from + j);
        }

        // The last columns of an unpacked B would be read past their end: pack just these.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void EdgePanel(
            float* right, int count, int columns, int row, int rows, int column, float* scratch, Start start)
        {
            var panel = stackalloc float[Depth * 32];
            GemmPack.Lines(right, ldb, count, columns, TileColumns, panel);
            for (var i = 0; i < rows; i += TileRows)
                Tile(count, scratch + (nint)i * count, panel, TileColumns, row + i, Math.Min(TileRows, rows - i), column, columns, start);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Tile(
            int count, float* left, float* right, nint stride, int row, int rows, int column, int columns, Start start)
        {
            var target = c + (nint)row * ldc + column;
            var width = Width(rows);
            if (rows == width && columns == TileColumns)
            {
                if (start == Start.Bias)
                    Copy(bias + column, 0, target, ldc, rows, columns);
                Compute(width, count, left, right, stride, target, ldc, start != Start.Zero);
                return;
            }

            // A tile that sticks out is computed aside.
            var aside = stackalloc float[8 * 32];
            if (start != Start.Zero)
                Copy(start == Start.Bias ? bias + column : target, start == Start.Bias ? 0 : ldc, aside, TileColumns, rows, columns);
            Compute(width, count, left, right, stride, aside, TileColumns, start != Start.Zero);
            Copy(aside, TileColumns, target, ldc, rows, columns);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Copy(float* from, nint ldFrom, float* to, nint ldTo, int rows, int columns)
        {
            for (var i = 0; i < rows; i++)
                new ReadOnlySpan<float>(from + i * ldFrom, columns).CopyTo(new Span<float>(to + i * ldTo, columns));
        }

        private static void Compute(int width, nint count, float* a, float* b, nint stride, float* c, nint ldc, bool load)
        {
            if (Vector512.IsHardwareAccelerated)
                Compute<Float16>(width, count, a, b, stride, c, ldc, load);
            else if (Vector256.IsHardwareAccelerated)
                Compute<Float8>(width, count, a, b, stride, c, ldc, load);
            else if (Vector128.IsHardwareAccelerated)
                Compute<Float4>(width, count, a, b, stride, c, ldc, load);
            else
                Compute<Float1>(width, count, a, b, stride, c, ldc, load);
        }

        private static void Compute<V>(int width, nint count, float* a, float* b, nint stride, float* c, nint ldc, bool load)
            where V : unmanaged, IVector<V>
        {
            if (width == 8)
                GemmTile.Rows8<V>(count, a, b, stride, c, ldc, load);
            else if (width == 6)
                GemmTile.Rows6<V>(count, a, b, stride, c, ldc, load);
            else if (width == 4)
                GemmTile.Rows4<V>(count, a, b, stride, c, ldc, load);
            else
                GemmTile.Rows1<V>(count, a, b, stride, c, ldc, load);
        }
    }
}
