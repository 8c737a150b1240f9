namespace Seq2Seq.Exercises.Notebooks.N10;

internal sealed class WeightedContext : Exercise<Func<Tensor, Tensor, Tensor>>
{
    public WeightedContext() : base(
        "10.3",
        "The context, and nothing but averages",
        "One weight per position multiplies a whole memory vector: the weights need one more dimension.",
        "weights.unsqueeze(-1) has shape (B, S, 1). Multiply, then sum over the source positions: sum(dim: 1).")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((weights, memory) => (weights.unsqueeze(-1) * memory).sum(dim: 1));
        Mistake("That is the plain mean of the memory: the weights are not used.", (_, memory) => memory.mean([1]));
        Mistake(
            "You divided by the number of positions as well. The weights already sum to 1.",
            (weights, memory) => (weights.unsqueeze(-1) * memory).mean([1]));
        Mistake(
            "You took the one position with the largest weight. That is hard attention: it has no gradient for the weights.",
            (weights, memory) => stack(Enumerable.Range(0, (int)memory.size(0)).Select(b => memory[b, weights[b].argmax().item<long>()]).ToArray()));
        Case(context => context(AdditiveScores.Numbers(2, 2, 3).softmax(-1), AdditiveScores.Numbers(4, 2, 3, 4)));
        Case(context => context(AdditiveScores.Numbers(9, 1, 5).softmax(-1), AdditiveScores.Numbers(1, 1, 5, 2)));
    }
}
