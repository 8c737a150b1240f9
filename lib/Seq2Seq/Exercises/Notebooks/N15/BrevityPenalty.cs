namespace Seq2Seq.Exercises.Notebooks.N15;

internal sealed class BrevityPenalty : Exercise<Func<int, int, double>>
{
    public BrevityPenalty() : base(
        "15.2",
        "The brevity penalty of BLEU",
        "Precision can be had by saying little. The penalty is 1 for translations that are long enough and falls towards 0 for short ones.",
        "Return 1 if the translation has at least as many tokens as the reference, else Math.Exp(1 - reference / (double)translation).")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution(
            (translation, reference) => translation >= reference ? 1 : Math.Exp(1 - reference / (double)translation));
        Mistake(
            "Long translations get more than 1: the penalty never rewards. Return 1 if the translation is long enough.",
            (translation, reference) => Math.Exp(1 - reference / (double)translation));
        Mistake(
            "It is the wrong way round: short translations are to be punished, long ones are punished by precision already.",
            (translation, reference) => translation <= reference ? 1 : Math.Exp(1 - translation / (double)reference));
        Mistake(
            "The ratio is upside down: the exponent is 1 - reference / translation, below 0 for a short translation.",
            (translation, reference) => translation >= reference ? 1 : Math.Exp(1 - translation / (double)reference));
        Mistake(
            "An int divided by an int is cut to an int in C#: make one of the two a double first.",
            (translation, reference) => translation >= reference ? 1 : Math.Exp(1 - reference / translation));
        Case(penalty => penalty(10, 10));
        Case(penalty => penalty(8, 10));
        Case(penalty => penalty(15, 10));
        Case(penalty => penalty(2, 5));
    }
}
