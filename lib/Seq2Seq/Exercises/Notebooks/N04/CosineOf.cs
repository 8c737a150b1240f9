namespace Seq2Seq.Exercises.Notebooks.N04;

internal sealed class CosineOf : Exercise<Func<double[], double[], double>>
{
    public CosineOf() : base(
        "04.1",
        "Cosine",
        "The product of two vectors grows with their lengths. Divide the lengths out, both of them.",
        "a·b / (√(a·a) √(b·b)), and 0 if one of them has no length.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((a, b) =>
        {
            var (product, lengths) = (0.0, Math.Sqrt(a.Sum(x => x * x)) * Math.Sqrt(b.Sum(x => x * x)));
            for (var i = 0; i < a.Length; i++) product += a[i] * b[i];
            return lengths == 0 ? 0 : product / lengths;
        });
        Mistake(
            "That is the product. It is larger for longer vectors, so frequent words would be near to everything. Divide by both lengths.",
            (a, b) => a.Zip(b, (x, y) => x * y).Sum());
        Mistake(
            "You divided by the squared lengths: the root is missing. A vector must have cosine 1 with itself.",
            (a, b) => Ratio(a.Zip(b, (x, y) => x * y).Sum(), a.Sum(x => x * x) * b.Sum(x => x * x)));
        Mistake(
            "A vector of zeros has no direction: dividing by its length gives NaN, and one NaN spoils every sort. Return 0.",
            (a, b) => a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x)));
        Case(cosine => cosine([3, 4], [3, 4]));
        Case(cosine => cosine([1, 2, 2], [-2, 1, 4]));
        Case(cosine => cosine([0, 0], [1, 2]));
    }

    private static double Ratio(double a, double b) => b == 0 ? 0 : a / b;
}
