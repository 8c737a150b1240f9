namespace Seq2Seq.Tensors;

/// <summary>One step of a recurrent layer whose rows branch off from fewer states: what follows from a state alone is computed once for all.</summary>
/// <remarks>
/// x (rows, I), states h and c (states, H), from (rows): the state that a row goes on from, null if each has its own; y, cN (rows, H).
/// Each number is the same chain of multiply-adds as in <see cref="RecurrentSequence{T, TCell}"/>. The products are cut by columns, too,
/// so that the threads share the reading of the weights. If the first numbers of each input are a token's embedding, its part of the
/// product may be at hand: parts (tokens, gates · H), of row r that at places[r]; then x is what follows it, or null.
/// </remarks>
internal static unsafe class RecurrentStep<TCell>
    where TCell : struct, IRecurrentCell
{
    // Of the work for one column of a gate, in numbers that are copied.
    private const long CellWork = 8;

    public static void Forward(
        int rows, int states, float* x, PackedMatrix? weightInput, PackedMatrix weightHidden, float* biasInput, float* biasHidden,
        float* h, float* c, long* from, float* y, float* cN, float* parts = null, int* places = null)
    {
        var (hidden, width) = (weightHidden.K, weightHidden.N);
        float* gates = null;
        var gatesBucket = 0;
        if (weightInput is not null)
        {
            gates = (float*)NativePool.Rent((long)rows * width * sizeof(float), out gatesBucket);
            for (nint row = 0; parts != null && row < rows; row++)
                new ReadOnlySpan<float>(parts + places[row] * (nint)width, width).CopyTo(new Span<float>(gates + row * width, width));
            Gemm.Multiply(false, rows, x, weightInput.K, weightInput, gates, width, parts != null, parts == null ? biasInput : null);
        }

        var part = (float*)NativePool.Rent((long)states * width * sizeof(float), out var partBucket);
        Gemm.Multiply(false, states, h, hidden, weightHidden, part, width, false, biasHidden);
        var body = new Rows(hidden, gates, part, h, c, from, y, cN, parts, places);
        RowChunks.Run(rows, CellWork * width, ref body);
        NativePool.Return((byte*)part, partBucket);
        if (gates != null)
            NativePool.Return((byte*)gates, gatesBucket);
        GC.KeepAlive(weightInput);
        GC.KeepAlive(weightHidden);
    }

    private readonly struct Rows(int hidden, float* gates, float* part, float* h, float* c, long* from, float* y, float* cN, float* parts, int* places) : IRowBody
    {
        public void Run(int first, int last)
        {
            nint size = hidden, width = TCell.Gates * size;
            // A part is used again: its row is worked on aside.
            var bucket = 0;
            var aside = gates == null ? (float*)NativePool.Rent(width * sizeof(float), out bucket) : null;
            for (nint row = first; row < last; row++)
            {
                var state = from == null ? row : (nint)from[row];
                new ReadOnlySpan<float>(h + state * size, hidden).CopyTo(new Span<float>(y + row * size, hidden));
                if (TCell.HasCell)
                    new ReadOnlySpan<float>(c + state * size, hidden).CopyTo(new Span<float>(cN + row * size, hidden));
                if (aside != null)
                    new ReadOnlySpan<float>(parts + places[row] * width, (int)width).CopyTo(new Span<float>(aside, (int)width));
                var body = new OneRow
                {
                    Row = new CellForward
                    {
                        Size = hidden,
                        Gates = aside != null ? aside : gates + row * width,
                        StatePart = part + state * width,
                        Hidden = y + row * size,
                        Cell = TCell.HasCell ? cN + row * size : null,
                        Output = y + row * size,
                        NextRow = aside == null && row + 1 < last ? 1 : 0,
                    },
                };
                Simd.Run(ref body, hidden);
            }

            if (aside != null)
                NativePool.Return((byte*)aside, bucket);
        }
    }

    private struct OneRow : IRangeBody
    {
        public CellForward Row;

        public readonly void Run<V>(nint from, nint to)
            where V : unmanaged, IVector<V> => TCell.Forward<V>(Row, from, to);
    }
}
