using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Seq2Seq.Tensors;

/// <summary>Y (rows, n) = A (rows, k) · B + bias, left where the tiles of the product put it, with the largest number of each lane of a row.</summary>
/// <remarks>
/// Rows lie in groups of one tile's height, a group's panels of TileColumns columns one behind the other, so that a tile is a piece
/// of memory without gaps: nothing is copied, and what reads a row later finds it in few pages. Each number is the same chain of
/// fused multiply-adds as in <see cref="Gemm"/>. A panel is finished for all rows, all of k, before the next one begins.
/// </remarks>
internal unsafe struct PanelLogits : IChunkBody, IDisposable
{
    /// <summary>More rows would leave the caches before their panel is done.</summary>
    public const int MostRows = 192;

    private const int ChunksPerThread = 4;
    private const long ParallelWork = 200_000;

    // Between two groups, so that they do not all want the same lines of a cache.
    private const int Gap = 256;

    private readonly int _rows;
    private readonly int _k;
    private readonly int _n;
    private readonly int _chunks;
    private readonly float* _right;
    private readonly int _depth;
    private readonly float* _left;
    private readonly float* _bias;
    private readonly float* _numbers;
    private readonly float* _largest;
    private readonly int _bucket;

    /// <summary>Rents what the product needs and packs A.</summary>
    public PanelLogits(int rows, float* a, int lda, PackedMatrix b, float* bias)
    {
        (_rows, _k, _n) = (rows, b.K, b.N);
        _depth = Gemm.DepthOf(_k);
        _right = b.Panels;
        var isOne = (long)rows * _k * _n < ParallelWork || Workers.ThreadCount == 1 || Workers.IsBusy;
        _chunks = isOne ? 1 : Math.Min(Panels, ChunksPerThread * Workers.ThreadCount);
        long left = (long)_k * PaddedRows, largest = (long)_chunks * PaddedRows * Gemm.TileColumns, numbers = Groups * GroupLength;
        // Whole cache lines, so that each part begins with one.
        left = (left + 15) / 16 * 16;
        _numbers = (float*)NativePool.Rent((numbers + largest + left + Padded) * sizeof(float), out _bucket);
        _largest = _numbers + numbers;
        _left = _largest + largest;
        _bias = bias == null ? null : _left + left;
        for (nint i = 0; bias != null && i < Padded; i++)
            _bias[i] = i < _n ? bias[i] : 0;
        for (var depth = 0; depth < _k; depth += _depth)
        {
            var count = Math.Min(_depth, _k - depth);
            for (var row = 0; row < rows; row += Gemm.TileRows)
            {
                var valid = Math.Min(Gemm.TileRows, rows - row);
                GemmPack.Turned(a + (nint)row * lda + depth, lda, count, valid, Width(valid), _left + (nint)depth * PaddedRows + (nint)row * count);
            }
        }
    }

    /// <summary>How many numbers a row has.</summary>
    public readonly int Columns => _n;

    private readonly int Panels => (_n + Gemm.TileColumns - 1) / Gemm.TileColumns;

    private readonly nint Padded => (nint)Panels * Gemm.TileColumns;

    private readonly int Groups => (_rows + Gemm.TileRows - 1) / Gemm.TileRows;

    private readonly nint GroupLength => Padded * Gemm.TileRows + Gap;

    private readonly int PaddedRows => (Groups - 1) * Gemm.TileRows + Width(_rows - (Groups - 1) * Gemm.TileRows);

    /// <summary>Takes the product, on all threads where it is worth it.</summary>
    public static void Fill(ref PanelLogits logits) => Workers.For(logits._chunks, ref logits);

    /// <summary>One row of the product.</summary>
    public readonly PanelRow Row(int row)
    {
        var (group, inside) = (row / Gemm.TileRows, row % Gemm.TileRows);
        var width = Width(Math.Min(Gemm.TileRows, _rows - group * Gemm.TileRows));
        return new PanelRow(
            _numbers + group * GroupLength + (nint)inside * Gemm.TileColumns, (nint)width * Gemm.TileColumns,
            BitOperations.Log2((uint)Gemm.TileColumns));
    }

    /// <summary>The largest numbers of a row's columns j, j + TileColumns, ... for each j; a NaN is passed over.</summary>
    public readonly void Largest(int row, float* lanes)
    {
        nint columns = Gemm.TileColumns;
        new ReadOnlySpan<float>(_largest + row * columns, (int)columns).CopyTo(new Span<float>(lanes, (int)columns));
        for (nint chunk = 1; chunk < _chunks; chunk++)
        {
            var other = _largest + (chunk * PaddedRows + row) * columns;
            for (nint lane = 0; lane < columns; lane++)
                lanes[lane] = other[lane] > lanes[lane] ? other[lane] : lanes[lane];
        }
    }

    public readonly void Run(int chunk)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Float16>(chunk);
        else if (Vector256.IsHardwareAccelerated)
            Run<Float8>(chunk);
        else if (Vector128.IsHardwareAccelerated)
            Run<Float4>(chunk);
        else
            Run<Float1>(chunk);
    }

    public readonly void Dispose() => NativePool.Return((byte*)_numbers, _bucket);

    // As the product packs its left operand: a last group of one or up to four rows is that narrow.
    private static int Width(int valid) => valid == 1 ? 1 : valid <= 4 ? 4 : Gemm.TileRows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Run<V>(int chunk)
        where V : unmanaged, IVector<V>
    {
        int first = (int)((long)Panels * chunk / _chunks), last = (int)((long)Panels * (chunk + 1) / _chunks);
        int groups = Groups, rows = PaddedRows, tile = Gemm.TileRows;
        nint columns = Gemm.TileColumns, padded = Padded, length = GroupLength;
        var largest = _largest + (nint)chunk * rows * columns;
        new Span<float>(largest, rows * (int)columns).Fill(float.NegativeInfinity);
        nint share = (columns * sizeof(float) + groups - 1) / groups;
        for (nint panel = first; panel < last; panel++)
        {
            for (nint depth = 0, count; depth < _k; depth += count)
            {
                count = Math.Min(_depth, _k - depth);
                var isLast = depth + count == _k;
                var right = At(panel, depth, padded);
                // What comes next: the same panel further down, or the top of the next one. Each tile asks for its share of it.
                var ahead = (byte*)(isLast ? At(panel + 1, 0, padded) : At(panel, depth + count, padded));
                for (var group = 0; group < groups; group++, ahead += share * count)
                {
                    var row = group * tile;
                    var width = Width(Math.Min(tile, _rows - row));
                    var target = _numbers + group * length + panel * width * columns;
                    var from = depth > 0 ? target : _bias == null ? null : _bias + panel * columns;
                    Tile<V>(width, count, _left + depth * rows + row * count, right, from, depth > 0 ? columns : 0, target, ahead, share);
                    if (isLast)
                        Keep<V>(width, panel, target, largest + row * columns);
                }
            }
        }
    }

    // The lines of a panel from `depth` on, where a packed block begins.
    private readonly float* At(nint panel, nint depth, nint padded) =>
        _right + depth * padded + panel * Gemm.TileColumns * Math.Min(_depth, _k - depth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<V>(
        int width, nint count, float* left, float* right, float* from, nint ldFrom, float* target, byte* ahead, nint share)
        where V : unmanaged, IVector<V>
    {
        nint columns = 2 * V.Count;
        if (width == 8)
            GemmTile.Rows8<V, IntoCaches>(count, left, right, columns, from, ldFrom, target, columns, ahead, share);
        else if (width == 6)
            GemmTile.Rows6<V, IntoCaches>(count, left, right, columns, from, ldFrom, target, columns, ahead, share);
        else if (width == 4)
            GemmTile.Rows4<V>(count, left, right, columns, from, ldFrom, target, columns);
        else
            GemmTile.Rows1<V>(count, left, right, columns, from, ldFrom, target, columns);
    }

    // The largest of each lane so far; columns that only fill a panel up do not count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Keep<V>(int width, nint panel, float* numbers, float* largest)
        where V : unmanaged, IVector<V>
    {
        nint columns = 2 * V.Count, valid = Math.Min(columns, _n - panel * columns);
        for (nint i = 0; i < width * columns && valid == columns; i += V.Count)
            V.Store(V.AtLeast(V.Load(largest, i), V.Load(numbers, i)), largest, i);
        for (nint row = 0; row < width && valid < columns; row++)
        {
            for (var i = row * columns; i < row * columns + valid; i++)
                largest[i] = numbers[i] > largest[i] ? numbers[i] : largest[i];
        }
    }
}

/// <summary>One row of <see cref="PanelLogits"/>: panels of 2^shift numbers, the given distance apart.</summary>
internal readonly unsafe struct PanelRow(float* start, nint distance, int shift)
{
    /// <summary>Where number i lies; those that share its vector follow it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(nint i) => start + (i >> shift) * distance + (i & (((nint)1 << shift) - 1));

    /// <summary>Asks for a number that will be read soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(nint i)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(At(i));
    }
}
