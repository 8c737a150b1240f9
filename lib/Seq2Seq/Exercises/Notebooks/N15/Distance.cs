namespace Seq2Seq.Exercises.Notebooks.N15;

internal sealed class Distance : Exercise<Func<string, string, int>>
{
    public Distance() : base(
        "15.4",
        "Edit distance",
        "Fill a table: cell (i, j) is the distance between the first i characters of one word and the first j of the other. Row 0 and column 0 are easy.",
        "cell(i, j) = min(cell(i-1, j) + 1, cell(i, j-1) + 1, cell(i-1, j-1) + (same character ? 0 : 1)); the answer is the last cell.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((from, to) =>
        {
            var cell = new int[from.Length + 1, to.Length + 1];
            for (var i = 0; i <= from.Length; i++)
            {
                for (var j = 0; j <= to.Length; j++)
                {
                    if (i == 0 || j == 0)
                    {
                        cell[i, j] = i + j;
                        continue;
                    }

                    var step = from[i - 1] == to[j - 1] ? 0 : 1;
                    cell[i, j] = Math.Min(Math.Min(cell[i - 1, j], cell[i, j - 1]) + 1, cell[i - 1, j - 1] + step);
                }
            }

            return cell[from.Length, to.Length];
        });
        Mistake(
            "You count differing places (Hamming distance); one insertion at the start shifts everything. Allow insertions and deletions.",
            (from, to) => from.Zip(to).Count(pair => pair.First != pair.Second) + Math.Abs(from.Length - to.Length));
        Mistake(
            "A substitution costs 1, not 2: the diagonal step adds 0 or 1.",
            (from, to) => from.Length + to.Length - 2 * Common(from, to));
        Mistake(
            "The first row and column are not 0: from an empty word it takes j insertions to get j characters.",
            FreeEnds);
        Case(distance => distance("kitten", "sitting"));
        Case(distance => distance("abc", "xabc"));
        Case(distance => distance("", "four"));
        Case(distance => distance("same", "same"));
    }

    private static int Common(string from, string to)
    {
        var cell = new int[from.Length + 1, to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                cell[i, j] = from[i - 1] == to[j - 1]
                    ? cell[i - 1, j - 1] + 1
                    : Math.Max(cell[i - 1, j], cell[i, j - 1]);
            }
        }

        return cell[from.Length, to.Length];
    }

    private static int FreeEnds(string from, string to)
    {
        var cell = new int[from.Length + 1, to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                cell[i, j] = Math.Min(
                    Math.Min(cell[i - 1, j], cell[i, j - 1]) + 1,
                    cell[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
            }
        }

        return cell[from.Length, to.Length];
    }
}
