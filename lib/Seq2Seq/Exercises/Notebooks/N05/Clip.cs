namespace Seq2Seq.Exercises.Notebooks.N05;

internal sealed class Clip : Exercise<Func<double[], double, double[]>>
{
    public Clip() : base(
        "05.3",
        "Clip a gradient by its norm",
        "The length of a vector is the root of the sum of its squares. If it is short enough, nothing happens.",
        "If the norm exceeds the maximum, multiply every component by maximum / norm.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((gradient, maximum) =>
        {
            var norm = Math.Sqrt(gradient.Sum(g => g * g));
            return norm <= maximum ? gradient : [.. gradient.Select(g => g * maximum / norm)];
        });
        Mistake(
            "You cut each component by itself. That turns the direction: large components shrink, small ones stay. Scale them all by one factor.",
            (gradient, maximum) => [.. gradient.Select(g => Math.Clamp(g, -maximum, maximum))]);
        Mistake(
            "You also stretch gradients that are short. Near a minimum the gradient is small for a reason; leave it.",
            (gradient, maximum) => [.. gradient.Select(g => g * maximum / Math.Sqrt(gradient.Sum(v => v * v)))]);
        Mistake(
            "You divided by the norm and forgot the maximum: every long gradient gets length 1.",
            (gradient, maximum) =>
                Math.Sqrt(gradient.Sum(g => g * g)) is var norm && norm <= maximum ? gradient : [.. gradient.Select(g => g / norm)]);
        Mistake(
            "The root is missing: that is the squared length.",
            (gradient, maximum) =>
                gradient.Sum(g => g * g) is var square && square <= maximum ? gradient : [.. gradient.Select(g => g * maximum / square)]);
        Case(clip => clip(new[] { 3.0, -4.0 }, 2.5));
        Case(clip => clip(new[] { 0.5, 0.5, -1.0 }, 5));
        Case(clip => clip(new[] { 0.0, 10.0, 0.1 }, 2));
    }
}
