using System.Diagnostics;
using Seq2Seq.Display;

namespace Benchmarks.Display;

/// <summary>How long figures take to become SVG: dotnet run -c Release --project tests/Benchmarks -- display.</summary>
/// <remarks>The bound for a 10,000-point line and for a 60 by 60 heat map is 5 ms after warm-up.</remarks>
internal static class DisplayBenchmarks
{
    private const int WarmUp = 60;
    private const int Rounds = 100;

    public static void Run(TextWriter output)
    {
        double[] wave = [.. Enumerable.Range(0, 10_000).Select(i => Math.Sin(i / 300.0) + Math.Sin(i * 1.7) / 5)];
        var map = new double[60, 60];
        for (var i = 0; i < 3600; i++)
            map[i / 60, i % 60] = Math.Cos(i / 60 / 7.0) * Math.Sin(i % 60 / 5.0);
        var chain = Enumerable.Range(0, 300).Aggregate(Figure.Graph("graph"), (graph, i) => graph.Edge("n" + i, "n" + (i + 1)).Edge("n" + i / 2, "n" + (i + 1)));

        var table = Table.Of("Figure to SVG", "figure", "median ms", "slowest ms", "KB").Format("median ms", "0.00").Format("slowest ms", "0.00").Format("KB", "0.0");
        foreach (var (name, figure) in new (string, Figure)[]
        {
            ("line, 10,000 points", Figure.Line("line").Add("a", wave)),
            ("heat map, 60 × 60", Figure.HeatMap("map", map)),
            ("heat map, 18 × 18, tooltips and values", Figure.HeatMap("map", Corner(map, 18)).ShowValues()),
            ("scatter, 10,000 points", Figure.Scatter("points").Add("a", wave, wave.Reverse())),
            ("bars, 10,000 categories", Figure.Bars("bars", wave.Select((_, i) => "c" + i)).Add("a", wave)),
            ("graph, 301 nodes", chain),
        })
        {
            var (median, slowest, size) = Measure(figure);
            table = table.Row(name, median, slowest, size / 1024.0);
        }
        output.WriteLine(table.ToText());
    }

    private static (double Median, double Slowest, int Size) Measure(Figure figure)
    {
        var size = 0;
        for (var i = 0; i < WarmUp; i++)
            size = figure.ToSvg().Length;
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            size += figure.ToSvg().Length;
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return (times[Rounds / 2], times[^1], size / (Rounds + 1));
    }

    private static double[,] Corner(double[,] map, int size)
    {
        var corner = new double[size, size];
        for (var i = 0; i < size * size; i++)
            corner[i / size, i % size] = map[i / size, i % size];
        return corner;
    }
}
