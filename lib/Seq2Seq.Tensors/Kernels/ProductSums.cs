namespace Seq2Seq.Tensors;

/// <summary>C (B, m, n) += op(A) (m, k) · op(B) (k, n) for each item of a batch, where the product is added as a whole.</summary>
/// <remarks>Not the chain that begins at C (see <see cref="Gemm"/>), but two roundings, as if the products had been written first.</remarks>
internal readonly unsafe struct ProductSums(
    int batch, int m, int n, int k, float* a, int lda, long strideA, bool transA, float* b, int ldb, long strideB, bool transB, float* c)
    : IChunkBody
{
    /// <summary>Numbers of an item that stay in the first cache until they are added.</summary>
    public const int MostNumbers = 4096;

    private const int ChunkNumbers = 8192;

    private int PerChunk => Math.Clamp(ChunkNumbers / Math.Max(1, m * n), 1, batch);

    private int Chunks => (batch + PerChunk - 1) / PerChunk;

    public void Run()
    {
        var body = this;
        Workers.For(Chunks, ref body);
    }

    public void Run(int chunk)
    {
        var size = m * n;
        var product = (float*)NativePool.Rent((long)size * sizeof(float), out var bucket);
        var end = Math.Min(batch, (chunk + 1) * PerChunk);
        for (var item = chunk * PerChunk; item < end; item++)
        {
            Gemm.Multiply(transA, transB, m, n, k, a + item * strideA, lda, b + item * strideB, ldb, product, n, accumulate: false);
            AddKernel.AddTo(new Span<float>(c + (nint)item * size, size), new Span<float>(product, size));
        }

        NativePool.Return((byte*)product, bucket);
    }
}
