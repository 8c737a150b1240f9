namespace Seq2Seq.Exercises.Notebooks.N06;

internal sealed class ForgetBias : Exercise<Func<int, double, double>>
{
    public ForgetBias() : base(
        "06.4",
        "Choose a forget bias",
        "After n steps fⁿ is left, so you know f. The bias is what the sigmoid turns into f.",
        "f = left^(1/steps), and the inverse of the sigmoid is ln(f / (1 − f)).")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((steps, left) =>
        {
            var f = Math.Pow(left, 1.0 / steps);
            return Math.Log(f / (1 - f));
        });
        Mistake("That is the gate, not its bias: turn the sigmoid round.", (steps, left) => Math.Pow(left, 1.0 / steps));
        Mistake(
            "The sign is wrong: a gate that is nearly open needs a positive bias.",
            (steps, left) => Math.Pow(left, 1.0 / steps) is var f ? Math.Log((1 - f) / f) : 0);
        Mistake(
            "You let the memory lose the same amount at every step. It loses the same share: f to the power of steps is left.",
            (steps, left) => (1 - (1 - left) / steps) is var f ? Math.Log(f / (1 - f)) : 0);
        Mistake("You took one step for all of them: f has to be taken to the power of steps.", (_, left) => Math.Log(left / (1 - left)));
        Case(bias => bias(10, 0.5));
        Case(bias => bias(100, 0.9));
        Case(bias => bias(3, 0.2));
    }
}
