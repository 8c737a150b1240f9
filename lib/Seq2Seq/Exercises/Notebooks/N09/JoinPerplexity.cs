namespace Seq2Seq.Exercises.Notebooks.N09;

internal sealed class JoinPerplexity : Exercise<Func<double[], int[], double>>
{
    public JoinPerplexity() : base(
        "09.5",
        "The perplexity of a whole data set",
        "Perplexity is e to the mean loss of a token. Means of parts of different size must not be averaged; sums and counts may be added.",
        "exp(sum of all batch losses / number of all tokens).")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((sums, tokens) => Math.Exp(sums.Sum() / tokens.Sum()));
        Mistake(
            "You averaged the perplexities of the batches. One bad batch of few tokens then rules the result: add up losses and counts first, exponentiate last.",
            (sums, tokens) => sums.Zip(tokens, (sum, count) => Math.Exp(sum / count)).Average());
        Mistake(
            "You averaged the batches' means: a batch of few tokens counts as much as one of many. Add up losses and counts first.",
            (sums, tokens) => Math.Exp(sums.Zip(tokens, (sum, count) => sum / count).Average()));
        Mistake(
            "That is the mean loss in nats. Perplexity is e to that power.",
            (sums, tokens) => sums.Sum() / tokens.Sum());
        Mistake(
            "The losses are in nats, so the power is of e, not of 2.",
            (sums, tokens) => Math.Pow(2, sums.Sum() / tokens.Sum()));
        Case(perplexity => perplexity([200.0, 12.0], [100, 3]));
        Case(perplexity => perplexity([30.0], [10]));
    }
}
