namespace Seq2Seq.Tensors;

/// <summary>The right operand of a matrix product, packed once and used many times (weights over time steps and batches).</summary>
internal sealed unsafe class PackedMatrix : IDisposable
{
    private readonly NativeBuffer _panels;

    private PackedMatrix(int k, int n)
    {
        (K, N) = (k, n);
        _panels = new NativeBuffer(Gemm.PackedLength(k, n) * sizeof(float));
    }

    /// <summary>Rows of op(B).</summary>
    public int K { get; }

    /// <summary>Columns of op(B).</summary>
    public int N { get; }

    internal float* Panels => (float*)_panels.Pointer;

    /// <summary>Packs op(B) (k, n); b is (k, n) or, transposed, (n, k).</summary>
    public static PackedMatrix Pack(bool transB, int k, int n, float* b, int ldb)
    {
        var packed = new PackedMatrix(k, n);
        packed.Refill(transB, b, ldb);
        return packed;
    }

    /// <summary>Packs another matrix of the same shape in place of the old one.</summary>
    public void Refill(bool transB, float* b, int ldb) => Gemm.PackRight(transB, N, K, b, ldb, Panels);

    public void Dispose() => _panels.Dispose();
}
