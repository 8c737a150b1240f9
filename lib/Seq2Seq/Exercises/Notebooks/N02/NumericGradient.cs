namespace Seq2Seq.Exercises.Notebooks.N02;

internal sealed class NumericGradient : Exercise<Func<Func<double[], double>, double[], double, double[]>>
{
    public NumericGradient() : base(
        "02.3",
        "A gradient from the definition",
        "Nudge one coordinate at a time, up and down, and look at f.",
        "For each i: remember x[i]; f with x[i] + ε; f with x[i] − ε; put x[i] back; divide the difference by 2ε.")
    {
        Tolerance = 1e-7;
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((f, x, epsilon) =>
        {
            var gradient = new double[x.Length];
            for (var i = 0; i < x.Length; i++)
            {
                var kept = x[i];
                x[i] = kept + epsilon;
                var above = f(x);
                x[i] = kept - epsilon;
                var below = f(x);
                x[i] = kept;
                gradient[i] = (above - below) / (2 * epsilon);
            }

            return gradient;
        });
        Mistake(
            "You step up only. The forward difference is off by about ε; step down too and the error shrinks to about ε².",
            (f, x, epsilon) => Each(x, i => (f(Moved(x, i, epsilon)) - f(x)) / epsilon));
        Mistake(
            "Twice too large: the two points are 2ε apart.",
            (f, x, epsilon) => Each(x, i => (f(Moved(x, i, epsilon)) - f(Moved(x, i, -epsilon))) / epsilon));
        Mistake(
            "All coordinates move at once in your answer. A partial derivative moves one and keeps the others.",
            (f, x, epsilon) => Each(x, _ => (f([.. x.Select(v => v + epsilon)]) - f([.. x.Select(v => v - epsilon)])) / (2 * epsilon)));
        Case(gradient => gradient(v => v[0] * v[0] * v[1], new[] { 3.0, 2.0 }, 1e-4));
        Case(gradient => gradient(v => Math.Exp(v[0]) + 5 * v[1] * v[2], new[] { 0.5, -1.0, 2.0 }, 1e-4));
    }

    private static double[] Each(double[] x, Func<int, double> part) => [.. Enumerable.Range(0, x.Length).Select(part)];

    private static double[] Moved(double[] x, int i, double by) => [.. x.Select((v, k) => k == i ? v + by : v)];
}
