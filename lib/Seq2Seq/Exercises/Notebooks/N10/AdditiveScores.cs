namespace Seq2Seq.Exercises.Notebooks.N10;

internal sealed class AdditiveScores : Exercise<Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>>
{
    public AdditiveScores() : base(
        "10.1",
        "Scores of additive attention",
        "The query has no source dimension, the memory has one. unsqueeze gives the query one of size 1, and broadcasting does the rest.",
        "(query·W).unsqueeze(1) has shape (B, 1, A); memory·U has (B, S, A). Add, tanh, then a product with v.")
    {
        Stub((_, _, _, _, _) => throw new NotImplementedException());
        Solution((query, memory, W, U, v) => (query.matmul(W).unsqueeze(1) + memory.matmul(U)).tanh().matmul(v));
        Mistake(
            "There is no tanh in your score. Without it v·(Wq + Um) splits into a part of q and a part of m, and softmax removes the part of q: the weights no longer depend on the query.",
            (query, memory, W, U, v) => (query.matmul(W).unsqueeze(1) + memory.matmul(U)).matmul(v));
        Mistake(
            "You multiplied the two projections. Additive attention adds them; the product is Luong's family.",
            (query, memory, W, U, v) => (query.matmul(W).unsqueeze(1) * memory.matmul(U)).tanh().matmul(v));
        Mistake(
            "These are weights already. A score is what goes into the softmax, so that a mask can come between.",
            (query, memory, W, U, v) => (query.matmul(W).unsqueeze(1) + memory.matmul(U)).tanh().matmul(v).softmax(-1));
        Case(scores => scores(Numbers(1, 2, 3), Numbers(2, 2, 4, 3), Numbers(3, 3, 5), Numbers(4, 3, 5), Numbers(5, 5)));
        Case(scores => scores(Numbers(6, 1, 2), Numbers(7, 1, 1, 4), Numbers(8, 2, 3), Numbers(9, 4, 3), Numbers(10, 3)));
    }

    // Values between -1 and 1 that differ from place to place, the same on every machine.
    internal static Tensor Numbers(int seed, params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = ((seed * 37 + i * 61) % 97 - 48) / 48f;
        return tensor(values).reshape(shape);
    }
}
