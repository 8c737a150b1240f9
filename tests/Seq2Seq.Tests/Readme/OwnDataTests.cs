using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Training;

namespace Seq2Seq.Tests.Readme;

/// <summary>The program that the README shows: it is what is compiled, it does what is said, and it survives a kill.</summary>
public sealed partial class OwnDataTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public void The_README_shows_the_program_that_is_compiled()
    {
        var readme = File.ReadAllText(Path.Combine(s_root, "README.md"));
        var program = File.ReadAllText(Path.Combine(s_root, "tests/OwnDataSample/Program.cs"));

        var shown = Snippet().Match(readme);

        Assert.True(shown.Success, "README.md has no block between <!-- own-data --> and <!-- /own-data -->");
        Assert.Equal(program, shown.Groups[1].Value);
        Assert.True(program.Count(c => c == '\n') <= 40, "the program is to have 40 lines at most");
    }

    [Fact]
    public async Task It_survives_a_kill_decodes_scores_and_draws()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data.tsv");
        File.WriteAllLines(data, ToyTasks.Reverse(900, symbols: 12, minimumLength: 3, maximumLength: 6).Select(pair => pair.ToString()));
        var (whole, killed) = (Path.Combine(folder.Path, "whole"), Path.Combine(folder.Path, "killed"));
        var checkpoint = Path.Combine(killed, "checkpoint", "checkpoint.json");

        var expected = Finish(Start(data, whole));
        using (var victim = Start(data, killed))
        {
            var reading = victim.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (!victim.HasExited && !File.Exists(checkpoint)) Thread.Sleep(1);
            // SIGKILL: nothing in the program hears it.
            victim.Kill(entireProcessTree: true);
            await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("BLEU", await reading, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(killed, "weights.safetensors")), "the run was over before it could be killed");
        var resumed = Finish(Start(data, killed));

        Assert.Equal(Hash(whole), Hash(killed));
        var line = Bleu().Match(expected);
        Assert.True(line.Success, expected);
        Assert.Equal(line.Value, Bleu().Match(resumed).Value);
        double[] numbers = [.. line.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture))];
        Assert.True(numbers[1] <= numbers[0] && numbers[0] <= numbers[2] && numbers[0] > 50, line.Value);
        var picture = XDocument.Load(Path.Combine(killed, "attention.svg"));
        Assert.Contains("<eos>", picture.Descendants().Select(element => element.Value));
        XDocument.Load(Path.Combine(killed, "loss.svg"));
    }

    private static Process Start(string data, string folder)
    {
        // Beside our own assembly: artifacts/bin/OwnDataSample/<configuration>.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "OwnDataSample", own.Name, "OwnDataSample.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, data, folder, "8"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
    }

    private static string Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
            return output;
        }
    }

    private static string Hash(string folder) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "weights.safetensors"))));

    [GeneratedRegex(@"<!-- own-data -->\n```csharp\n(.*?)```\n<!-- /own-data -->", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"BLEU ([\d.]+) \[([\d.]+), ([\d.]+)\]")]
    private static partial Regex Bleu();

    private static string Here([CallerFilePath] string path = "") => path;
}
