namespace Seq2Seq.Exercises.Notebooks.N03;

internal sealed class PaddingWaste : Exercise<Func<int[], double>>
{
    public PaddingWaste() : base(
        "03.3",
        "What padding costs",
        "A batch of B sentences has B times the longest length cells; the lengths say how many of them are real.",
        "waste = 1 - sum of lengths / (number of sentences * longest length), as a double.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(lengths => 1 - lengths.Sum() / (double)(lengths.Length * lengths.Max()));
        Mistake(
            "That is the share of real tokens; the waste is what is left of 1.",
            lengths => lengths.Sum() / (double)(lengths.Length * lengths.Max()));
        Mistake(
            "You divided the padding by the real tokens. Divide it by all cells, so that the waste is between 0 and 1.",
            lengths => (lengths.Length * lengths.Max() - lengths.Sum()) / (double)lengths.Sum());
        Mistake(
            "That is how many cells are wasted; divide it by the number of all cells.",
            lengths => lengths.Length * lengths.Max() - lengths.Sum());
        Mistake(
            "An int divided by an int is cut to an int in C#: make one of the two a double first.",
            lengths => 1 - lengths.Sum() / (lengths.Length * lengths.Max()));
        Case(waste => waste([4, 2, 2]));
        Case(waste => waste([3, 3]));
        Case(waste => waste([10, 1, 1, 1]));
    }
}
