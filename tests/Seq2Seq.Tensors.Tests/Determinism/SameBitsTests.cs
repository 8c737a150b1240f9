using System.Diagnostics;

namespace Seq2Seq.Tensors.Tests.Determinism;

/// <summary>The same bits with every instruction set and any number of threads: each combination in a process of its own.</summary>
[Collection("thread count")]
public sealed class SameBitsTests
{
    private const string FileVariable = "SEQ2SEQ_WORKLOAD_FILE";

    private static readonly (string Variable, string Without)[] s_modes =
    [
        ("", ""), ("DOTNET_EnableAVX512", "Vector512"), ("DOTNET_EnableAVX2", "Vector256"), ("DOTNET_EnableHWIntrinsic", "Vector128"),
    ];

    [Fact]
    public void Every_instruction_set_and_number_of_threads_computes_the_same_bits()
    {
        var runs = s_modes.SelectMany(mode => new[] { 1, 2, 3 }.Select(threads => (mode, threads))).ToArray();
        var results = new Dictionary<string, string>[runs.Length];

        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            results[i] = Child(runs[i].mode.Variable, runs[i].threads));

        for (var i = 0; i < runs.Length; i++)
        {
            var (mode, threads) = runs[i];
            Assert.Equal(threads, int.Parse(results[i]["threads"], System.Globalization.CultureInfo.InvariantCulture));
            if (mode.Without.Length > 0)
                Assert.Equal("False", results[i][mode.Without]);
            foreach (var (name, value) in results[0].Where(entry => entry.Key.Contains(' ', StringComparison.Ordinal)))
                Assert.True(value == results[i][name], $"{name} differs with {mode.Variable}=0 and {threads} threads");
        }
    }

    // What a child process runs: it has nothing to assert, its parent compares.
    [Fact]
    public void A_child_writes_down_what_it_computed()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file)
        {
            Assert.Skip("Runs in child processes of the test above only.");
            return;
        }

        File.WriteAllLines(file, Workload.Run().Select(entry => entry.Name + "=" + entry.Value));
    }

    private static Dictionary<string, string> Child(string variable, int threads)
    {
        var file = Path.GetTempFileName();
        try
        {
            var assembly = typeof(SameBitsTests).Assembly.Location;
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(assembly);
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add(typeof(SameBitsTests).FullName + "." + nameof(A_child_writes_down_what_it_computed));
            foreach (var (name, _) in s_modes.Skip(1))
                start.Environment.Remove(name);
            if (variable.Length > 0)
                start.Environment[variable] = "0";
            start.Environment["SEQ2SEQ_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
            start.Environment[FileVariable] = file;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output + errors.Result);
            return File.ReadAllLines(file).Select(line => line.Split('=')).ToDictionary(p => p[0], p => p[1]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
