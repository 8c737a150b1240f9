namespace Seq2Seq.Exercises.Notebooks.N02;

internal sealed class SigmoidBack : Exercise<Func<double, double, double>>
{
    public SigmoidBack() : base(
        "02.2",
        "Backward through a sigmoid",
        "The derivative of the sigmoid can be written with its output alone, as that of tanh can.",
        "With y = σ(x): dy/dx = y · (1 − y). And what arrives from above is multiplied on.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((y, dy) => y * (1 - y) * dy);
        Mistake("That is dy/dx alone. The chain rule multiplies it by the gradient that arrives, dy.", (y, _) => y * (1 - y));
        Mistake("1 − y² belongs to tanh. Differentiate 1 / (1 + e^(−x)).", (y, dy) => (1 - y * y) * dy);
        Mistake(
            "You applied the sigmoid once more: y is already the output, σ(x).",
            (y, dy) => 1 / (1 + Math.Exp(-y)) * (1 - 1 / (1 + Math.Exp(-y))) * dy);
        Case(back => back(0.5, 1));
        Case(back => back(0.9, 2));
        Case(back => back(0.1, -3));
    }
}
