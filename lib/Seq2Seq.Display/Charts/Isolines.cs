namespace Seq2Seq.Display.Charts;

/// <summary>The lines of equal height on a grid, by marching squares (Lorensen and Cline 1987, in two dimensions).</summary>
internal static class Isolines
{
    /// <summary>Lines in grid coordinates (column, row), each as long as it goes on.</summary>
    public static IEnumerable<List<(double X, double Y)>> Of(Grid grid, double level)
    {
        var segments = Segments(grid, level).ToList();
        var ends = segments.SelectMany((segment, i) => new[] { (At: segment.A, i), (At: segment.B, i) }).ToLookup(end => end.At, end => end.i);
        var used = new bool[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            if (used[i])
                continue;
            used[i] = true;
            var line = new List<(double X, double Y)> { segments[i].A, segments[i].B };
            Follow(line, segments, ends, used);
            line.Reverse();
            Follow(line, segments, ends, used);
            yield return line;
        }
    }

    // Neighbouring cells compute their common crossing from the same two corners, so the ends are equal to the bit.
    private static void Follow(List<(double X, double Y)> line, List<((double X, double Y) A, (double X, double Y) B)> segments,
        ILookup<(double X, double Y), int> ends, bool[] used)
    {
        while (true)
        {
            var next = ends[line[^1]].Where(i => !used[i]).DefaultIfEmpty(-1).First();
            if (next < 0)
                return;
            used[next] = true;
            line.Add(segments[next].A == line[^1] ? segments[next].B : segments[next].A);
        }
    }

    private static IEnumerable<((double X, double Y) A, (double X, double Y) B)> Segments(Grid grid, double level)
    {
        for (var row = 0; row + 1 < grid.Rows; row++)
        {
            for (var column = 0; column + 1 < grid.Columns; column++)
            {
                foreach (var segment in Cell(grid, row, column, level))
                    yield return segment;
            }
        }
    }

    private static IEnumerable<((double, double), (double, double))> Cell(Grid grid, int row, int column, double level)
    {
        var (a, b) = (grid[row, column], grid[row, column + 1]);
        var (d, c) = (grid[row + 1, column], grid[row + 1, column + 1]);
        if (!double.IsFinite(a + b + c + d))
            yield break;
        var crossings = new List<(double, double)>(4);
        if (a >= level != b >= level)
            crossings.Add((column + Part(a, b, level), row));
        if (b >= level != c >= level)
            crossings.Add((column + 1, row + Part(b, c, level)));
        if (d >= level != c >= level)
            crossings.Add((column + Part(d, c, level), row + 1));
        if (a >= level != d >= level)
            crossings.Add((column, row + Part(a, d, level)));
        if (crossings.Count == 2)
        {
            yield return (crossings[0], crossings[1]);
        }
        else if (crossings.Count == 4)
        {
            // A saddle: its middle says which corners belong together.
            var joined = a / 4 + b / 4 + c / 4 + d / 4 >= level == a >= level;
            yield return (crossings[0], crossings[joined ? 1 : 3]);
            yield return (crossings[2], crossings[joined ? 3 : 1]);
        }
    }

    private static double Part(double from, double to, double level) => (level / 2 - from / 2) / (to / 2 - from / 2);
}
