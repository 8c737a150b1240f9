namespace Seq2Seq.Exercises.Notebooks.N05;

internal sealed class Reach : Exercise<Func<double, double, int>>
{
    public Reach() : base(
        "05.4",
        "How far a gradient reaches",
        "After k steps factorᵏ is left. You look for the smallest k with factorᵏ ≤ share; a loop will do.",
        "With logarithms: k = log(share) / log(factor), rounded up.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((factor, share) =>
        {
            var (steps, left) = (0, 1.0);
            for (; left > share; steps++) left *= factor;
            return steps;
        });
        Mistake(
            "One step short: after that many steps more than the share is still left. Round up.",
            (factor, share) => (int)Math.Floor(Math.Log(share) / Math.Log(factor)));
        Mistake(
            "The division is upside down: log(share) / log(factor).",
            (factor, share) => (int)Math.Ceiling(Math.Log(factor) / Math.Log(share)));
        Mistake(
            "You let the gradient lose the same amount at every step. It is multiplied, so it falls in proportion to what is left.",
            (factor, share) => (int)Math.Ceiling((1 - share) / (1 - factor)));
        Case(reach => reach(0.58, 0.001));
        Case(reach => reach(0.9, 0.01));
        Case(reach => reach(0.99, 0.3));
    }
}
