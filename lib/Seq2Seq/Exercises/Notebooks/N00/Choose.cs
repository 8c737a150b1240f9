namespace Seq2Seq.Exercises.Notebooks.N00;

internal sealed class Choose : Exercise<Func<double[], int>>
{
    public Choose() : base(
        "00.2",
        "The most probable word",
        "You need the place of the largest number, not the number.",
        "Array.IndexOf(probabilities, probabilities.Max()) finds it; of equals the first.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(probabilities => Array.IndexOf(probabilities, probabilities.Max()));
        Mistake("Of two equal probabilities take the first; yours takes the last.", probabilities => Array.LastIndexOf(probabilities, probabilities.Max()));
        Mistake("That is the least probable word.", probabilities => Array.IndexOf(probabilities, probabilities.Min()));
        Mistake("You always choose the first word: compare the probabilities.", _ => 0);
        Case(choose => choose([0.1, 0.2, 0.7]));
        Case(choose => choose([0.2, 0.4, 0.4]));
        Case(choose => choose([0.9, 0.1]));
    }
}
