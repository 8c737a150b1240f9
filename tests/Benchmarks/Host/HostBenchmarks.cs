using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Seq2Seq.Display;

namespace Benchmarks.Host;

/// <summary>How long the notebook host takes: dotnet run -c Release --project tests/Benchmarks -- host.</summary>
/// <remarks>
/// The first cell should show its value within 1.5 s of the start of the command, a later small cell within 50 ms. The rate of executes over
/// the Jupyter protocol is measured from the other end: kernel_conformance.py --only thousand_rapid_executes_none_lost.
/// </remarks>
internal static class HostBenchmarks
{
    private const int Rounds = 7;
    private const int Cells = 100;

    public static void Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("host-benchmark-").FullName;
        try
        {
            var one = Write(folder, "one", ["1 + 1"]);
            var many = Write(folder, "many", [.. Enumerable.Range(0, Cells + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"var x{i} = {i};\nx{i} * 2"))]);
            // One after the other, so that a slow moment of the machine meets both.
            var (first, all) = (new double[Rounds], new double[Rounds]);
            for (var round = 0; round < Rounds; round++)
                (first[round], all[round]) = (Milliseconds(one), Milliseconds(many));
            var later = first.Zip(all, (alone, together) => (together - alone) / Cells).ToArray();
            output.WriteLine(Table.Of("The notebook host", "what", "median ms", "fastest ms", "slowest ms")
                .Format("median ms", "0.0").Format("fastest ms", "0.0").Format("slowest ms", "0.0")
                .Row("from the command to the end of a notebook of one cell", Median(first), first.Min(), first.Max())
                .Row($"each of {Cells} further small cells", Median(later), later.Min(), later.Max()).ToText());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Milliseconds(string notebook)
    {
        var course = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Seq2Seq.Host", "release", "course.dll"));
        if (!File.Exists(course))
            throw new FileNotFoundException($"{course} is not there. Build the solution first: dotnet build -c Release.");
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [course, "run", notebook, "--no-build"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException(text);
    }

    private static string Write(string folder, string name, string[] cells)
    {
        var path = Path.Combine(folder, name + ".ipynb");
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((code, i) => new JsonObject
            {
                ["cell_type"] = "code", ["id"] = $"c{i}", ["metadata"] = new JsonObject(), ["source"] = code, ["outputs"] = new JsonArray(), ["execution_count"] = null,
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
        return path;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
