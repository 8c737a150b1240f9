namespace Seq2Seq.Exercises.Notebooks.N09;

internal sealed class SmoothTarget : Exercise<Func<int, int, double, double[]>>
{
    public SmoothTarget() : base(
        "09.4",
        "A smoothed target",
        "The share epsilon is spread evenly over all V classes, the right one among them; the rest stays with the right one.",
        "q[k] = epsilon / V for every k, and q[target] gets 1 - epsilon on top.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((classes, target, epsilon) =>
        {
            var q = Enumerable.Repeat(epsilon / classes, classes).ToArray();
            q[target] += 1 - epsilon;
            return q;
        });
        Mistake(
            "You spread epsilon over the V - 1 wrong classes. That is a distribution too, but Szegedy et al. spread it over all V, the right one among them.",
            (classes, target, epsilon) => Spread(classes, target, 1 - epsilon, epsilon / (classes - 1)));
        Mistake(
            "These numbers sum to less than 1: the right class gets its part of epsilon too, (1 - epsilon) + epsilon / V.",
            (classes, target, epsilon) => Spread(classes, target, 1 - epsilon, epsilon / classes));
        Mistake(
            "These numbers sum to more than 1: what is spread over the classes must be taken from the right one.",
            (classes, target, epsilon) => Spread(classes, target, 1, epsilon / classes));
        Mistake(
            "Each class got the whole epsilon. It is the share of all together: epsilon / V for each.",
            (classes, target, epsilon) => Spread(classes, target, 1 - epsilon, epsilon));
        Case(smooth => smooth(4, 1, 0.1));
        Case(smooth => smooth(10, 0, 0.3));
        Case(smooth => smooth(3, 2, 0));
    }

    private static double[] Spread(int classes, int target, double right, double wrong)
    {
        var q = Enumerable.Repeat(wrong, classes).ToArray();
        q[target] = right;
        return q;
    }
}
