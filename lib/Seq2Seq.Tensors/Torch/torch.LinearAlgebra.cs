namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The product of two matrices (m, k) and (k, n).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The second.</param>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>The products of two batches of matrices (B, m, k) and (B, k, n).</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="batch2">The second.</param>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>The matrix product; vectors count as a row on the left and a column on the right, batches broadcast.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The second.</param>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>A matrix times a vector.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="target">The vector.</param>
    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    /// <summary>The sum of the products of two vectors.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="other">The second.</param>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>All products of the elements of two vectors.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="vec2">The second.</param>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary>beta · this + alpha · mat1 mat2.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="mat1">The first matrix.</param>
    /// <param name="mat2">The second matrix.</param>
    /// <param name="beta">The factor of this.</param>
    /// <param name="alpha">The factor of the product.</param>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    /// <summary>beta · this + alpha · batch1 batch2.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="batch1">The first batch.</param>
    /// <param name="batch2">The second batch.</param>
    /// <param name="beta">The factor of this.</param>
    /// <param name="alpha">The factor of the product.</param>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>beta · this + alpha · mat1 mat2.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="mat1">The matrix.</param>
    /// <param name="mat2">The vector.</param>
    /// <param name="beta">The factor of this.</param>
    /// <param name="alpha">The factor of the product.</param>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmv(mat1, mat2, beta, alpha);
}
