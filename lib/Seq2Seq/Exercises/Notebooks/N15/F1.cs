namespace Seq2Seq.Exercises.Notebooks.N15;

internal sealed class F1 : Exercise<Func<int, int, int, double>>
{
    public F1() : base(
        "15.3",
        "Precision, recall and F1",
        "precision = right / found, recall = right / real; F1 is their harmonic mean, which is small as soon as one of them is.",
        "F1 = 2 * precision * recall / (precision + recall), and 0 where nothing was right. It equals 2 * right / (found + real).")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((right, found, real) => right == 0 ? 0 : 2.0 * right / (found + real));
        Mistake(
            "That is the ordinary mean of precision and recall. F1 is the harmonic mean.",
            (right, found, real) => (right / (double)found + right / (double)real) / 2);
        Mistake("That is precision alone.", (right, found, _) => right / (double)found);
        Mistake("That is recall alone.", (right, _, real) => right / (double)real);
        Mistake(
            "Where nothing is right, precision + recall is 0 and your answer is no number: return 0 there.",
            (right, found, real) =>
                2 * (right / (double)found) * (right / (double)real) / (right / (double)found + right / (double)real));
        Case(f1 => f1(3, 4, 6));
        Case(f1 => f1(1, 1, 10));
        Case(f1 => f1(0, 2, 3));
    }
}
