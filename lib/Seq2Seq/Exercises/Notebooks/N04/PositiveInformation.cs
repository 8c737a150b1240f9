namespace Seq2Seq.Exercises.Notebooks.N04;

internal sealed class PositiveInformation : Exercise<Func<double[,], double[,]>>
{
    public PositiveInformation() : base(
        "04.2",
        "Positive pointwise mutual information",
        "With counts c, sums of the rows r and of all N: p(i, j) = c / N and p(i) = r(i) / N. The table is symmetric: columns have the same sums.",
        "max(0, log(c · N / (r(i) · r(j)))), and 0 where nothing was counted.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(counts =>
        {
            var size = counts.GetLength(0);
            var sums = new double[size];
            for (var i = 0; i < size; i++) for (var j = 0; j < size; j++) sums[i] += counts[i, j];
            var information = new double[size, size];
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    if (counts[i, j] > 0)
                        information[i, j] = Math.Max(0, Math.Log(counts[i, j] * sums.Sum() / (sums[i] * sums[j])));
            return information;
        });
        Mistake(
            "Some entries are negative: the pair is rarer than chance. The P in PPMI cuts them off at 0.",
            counts => Fill(counts, (c, a, b, all) => c > 0 ? Math.Log(c * all / (a * b)) : 0));
        Mistake(
            "The number of all pairs is missing: log(c / (r r)) compares a count with a product of counts. Multiply c by the total.",
            counts => Fill(counts, (c, a, b, _) => c > 0 ? Math.Max(0, Math.Log(c / (a * b))) : 0));
        Mistake(
            "This is the ratio. Information is its logarithm.",
            counts => Fill(counts, (c, a, b, all) => c * all / (a * b)));
        Case(information => information(new double[,] { { 0, 4, 1 }, { 4, 2, 2 }, { 1, 2, 3 } }));
        Case(information => information(new double[,] { { 1, 1 }, { 1, 1 } }));
    }

    private static double[,] Fill(double[,] counts, Func<double, double, double, double, double> entry)
    {
        var size = counts.GetLength(0);
        var sums = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => counts[i, j])).ToArray();
        var filled = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) filled[i, j] = entry(counts[i, j], sums[i], sums[j], sums.Sum());
        }

        return filled;
    }
}
