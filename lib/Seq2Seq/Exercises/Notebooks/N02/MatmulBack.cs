namespace Seq2Seq.Exercises.Notebooks.N02;

internal sealed class MatmulBack : Exercise<Func<Tensor, Tensor, Tensor, (Tensor, Tensor)>>
{
    public MatmulBack() : base(
        "02.4",
        "Backward through a matrix product",
        "The gradient of A has A's shape (m, k). You have dC (m, n) and B (k, n): only one product of the two fits.",
        "dA = dC · Bᵀ and dB = Aᵀ · dC.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((a, b, dc) => (dc.matmul(b.t()), a.t().matmul(dc)));
        Mistake("The two results are swapped: return the gradient of A first.", (a, b, dc) => (a.t().matmul(dc), dc.matmul(b.t())));
        Mistake(
            "Your gradients hold the right numbers, transposed. dA must have the shape of A, dB that of B.",
            (a, b, dc) => (dc.matmul(b.t()).t(), a.t().matmul(dc).t()));
        Mistake(
            "You treated dC as if it were all ones. What arrives from above has to be multiplied on.",
            (a, b, dc) => (ones_like(dc).matmul(b.t()), a.t().matmul(ones_like(dc))));
        Case(back => Run(back, tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3), tensor(new float[] { 1, 0, 2, -1, 0, 3 }, 3, 2), tensor(new float[] { 1, 2, -1, 0.5f }, 2, 2)));
        Case(back => Run(back, tensor(new float[] { 2, -1 }, 1, 2), tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3), tensor(new float[] { 1, -2, 3 }, 1, 3)));
    }

    private static object Run(Func<Tensor, Tensor, Tensor, (Tensor, Tensor)> back, Tensor a, Tensor b, Tensor dc)
    {
        var (da, db) = back(a, b, dc);
        return new[] { da, db };
    }
}
