namespace Seq2Seq.Tensors;

/// <summary>
/// One layer and direction of an LSTM, GRU or RNN over whole sequences. <typeparamref name="T"/> is float or double; see
/// <see cref="LstmSequence"/>, <see cref="GruSequence"/> and <see cref="RnnSequence"/> for what is called from outside.
/// </summary>
/// <remarks>
/// Forward: one product for all inputs, then the rows of the batch are dealt out and each thread runs its rows through all steps.
/// Backward: the same, backwards, then one product each for the gradients of the input and of either weight.
/// Shapes: x (rows, I), weights (G H, I) and (G H, H), biases (G H), states (B, H), y (rows, H) with rows yStride apart.
/// </remarks>
internal static unsafe partial class RecurrentSequence<T, TCell>
    where T : unmanaged
    where TCell : struct, IRecurrentCell
{
    // A thread's share of the batch is a whole number of tiles of the matrix product.
    private const int RowGroup = 8;

    private static bool IsDouble => typeof(T) == typeof(double);

    private static int ChunkRows(int batch)
    {
        var groups = (batch + RowGroup - 1) / RowGroup;
        return (groups + Workers.ThreadCount - 1) / Workers.ThreadCount * RowGroup;
    }

    private static int Chunks(int batch) => (batch + ChunkRows(batch) - 1) / ChunkRows(batch);

    private static T* Rent(long count, out int bucket) => (T*)NativePool.Rent(count * sizeof(T), out bucket);

    private static void Return(T* block, int bucket) => NativePool.Return((byte*)block, bucket);

    private static void CopyOrClear(T* from, T* to, int count)
    {
        var target = new Span<T>(to, count);
        if (from == null)
            target.Clear();
        else if (from != to)
            new ReadOnlySpan<T>(from, count).CopyTo(target);
    }

    private static void Multiply(
        bool transA, bool transB, int m, int n, int k, T* a, int lda, T* b, int ldb, T* c, int ldc, bool accumulate)
    {
        if (IsDouble)
            Gemm.Multiply(transA, transB, m, n, k, (double*)a, lda, (double*)b, ldb, (double*)c, ldc, accumulate);
        else
            Gemm.Multiply(transA, transB, m, n, k, (float*)a, lda, (float*)b, ldb, (float*)c, ldc, accumulate);
    }

    // Weights in the panels that a product with many right-hand uses wants; null for doubles.
    private static float* Pack(bool transposed, int k, int n, T* weight, out int bucket)
    {
        bucket = 0;
        if (IsDouble)
            return null;
        var panels = (float*)NativePool.Rent(Gemm.PackedLength(k, n) * sizeof(float), out bucket);
        Gemm.PackRight(transposed, n, k, (float*)weight, transposed ? k : n, panels);
        return panels;
    }
}
