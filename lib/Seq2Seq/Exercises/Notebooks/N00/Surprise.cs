namespace Seq2Seq.Exercises.Notebooks.N00;

internal sealed class Surprise : Exercise<Func<double[], double>>
{
    public Surprise() : base(
        "00.1",
        "The loss of a sentence",
        "Math.Log is the natural logarithm. Each word gives one surprise; the loss is their mean.",
        "Average −Math.Log(p) over the probabilities.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(probabilities => probabilities.Average(p => -Math.Log(p)));
        Mistake("The sign is missing: log p is negative, and a loss that falls must count surprise as positive.", probabilities => probabilities.Average(Math.Log));
        Mistake("You added the surprises up. Divide by the number of words, or long sentences look bad just for being long.", probabilities => probabilities.Sum(p => -Math.Log(p)));
        Mistake("That is the surprise at the mean probability. Take the logarithm of each word first, then the mean.", probabilities => -Math.Log(probabilities.Average()));
        Case(loss => loss([0.5, 0.25]));
        Case(loss => loss([0.9, 0.9, 0.01]));
    }
}
