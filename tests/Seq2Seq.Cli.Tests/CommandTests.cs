using System.Security.Cryptography;

namespace Seq2Seq.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private static readonly string[] s_small =
        ["--hidden", "24", "--embedding", "16", "--epochs", "3", "--batch", "16", "--validation", "0.1"];

    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-cli").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_is_trained_translates_and_is_scored()
    {
        var (data, model) = (Data(), Path.Combine(_folder, "model"));

        var trained = CommandLine.Run(null, ["train", data, "--out", model, .. s_small]);
        var translated = CommandLine.Run("a b\n\nb a\n", "translate", model);
        var scored = CommandLine.Run(null, "evaluate", model, data);

        Assert.True(trained.Exit == 0, trained.Error);
        Assert.Contains("122 lines, 120 pairs, 2 skipped", trained.Error, StringComparison.Ordinal);
        Assert.Contains("1 without a tab, skipped: line 122", trained.Error, StringComparison.Ordinal);
        Assert.Contains("epoch 3: training ", trained.Error, StringComparison.Ordinal);
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(model, "training.html")), StringComparison.Ordinal);
        Assert.Equal(0, translated.Exit);
        Assert.Equal(3, translated.Output.TrimEnd('\n').Split('\n').Length + (translated.Output.EndsWith("\n\n", StringComparison.Ordinal) ? 1 : 0));
        Assert.StartsWith("BLEU ", scored.Output, StringComparison.Ordinal);
        Assert.Contains("perplexity", scored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_has_enough_ends_the_translating()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a closed pipe is told in another way");
        var model = Path.Combine(_folder, "model");
        Assert.Equal(0, CommandLine.Run(null, ["train", Data(), "--out", model, .. s_small]).Exit);
        using var process = CommandLine.Start("translate", model);
        process.StandardInput.WriteLine("a b");
        process.StandardInput.Flush();
        Assert.NotNull(process.StandardOutput.ReadLine());

        // As `| head -1` does, while more lines wait; standard input stays open.
        process.StandardOutput.Close();
        process.StandardInput.WriteLine("b a");
        process.StandardInput.WriteLine("a b");
        process.StandardInput.Flush();
        var ended = process.WaitForExit(TimeSpan.FromSeconds(20));
        if (!ended) process.Kill();

        Assert.True(ended, "it goes on for nobody");
        Assert.Equal(141, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Without_a_validation_share_an_epoch_is_reported_by_its_training_loss_alone()
    {
        var trained = CommandLine.Run(null, ["train", Data(), "--out", Path.Combine(_folder, "model"), .. s_small[..^2], "--validation", "0"]);

        Assert.True(trained.Exit == 0, trained.Error);
        Assert.Matches(@"epoch 1: training \d\.\d{3} nats per token, the best so far\r?\n", trained.Error);
        Assert.DoesNotContain("NaN", trained.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_killed_at_any_moment_ends_with_the_same_bits()
    {
        var data = Data();
        string[] Train(string name) =>
            ["train", data, "--out", Path.Combine(_folder, name), .. s_small, "--checkpoint-every", "2"];
        var whole = CommandLine.Run(null, Train("whole"));
        Assert.True(whole.Exit == 0, whole.Error);
        var checkpoint = Path.Combine(_folder, "killed", "checkpoint", "checkpoint.json");

        // SIGKILL twice, each time some way after the checkpoint has moved on.
        foreach (var pause in new[] { 0, 37 })
        {
            var before = File.Exists(checkpoint) ? File.ReadAllText(checkpoint) : "";
            using var process = CommandLine.Start(Train("killed"));
            while (!process.HasExited && (!File.Exists(checkpoint) || File.ReadAllText(checkpoint) == before)) Thread.Sleep(1);
            Thread.Sleep(pause);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var resumed = CommandLine.Run(null, Train("killed"));

        Assert.True(resumed.Exit == 0, resumed.Error);
        Assert.Equal(Hash("whole"), Hash("killed"));
    }

    [Theory]
    [InlineData("missing.tsv", null, "seq2seq: there is no file {0}; expected lines of source TAB target")]
    [InlineData("bad.tsv", "no tab\nnor here\n",
        "seq2seq: {0}: 2 lines, 0 pairs, 2 skipped\n  2 without a tab, skipped: line 1, 2\n"
        + "No line has a tab: the file has one column; expected source, a tab and target. Put the translations behind their sentences.")]
    public void Data_that_is_none_is_refused_clearly(string name, string? content, string message)
    {
        var path = Path.Combine(_folder, name);
        if (content is not null) File.WriteAllText(path, content);

        var result = CommandLine.Run(null, "train", path, "--out", Path.Combine(_folder, "m"));

        Assert.Equal(1, result.Exit);
        Assert.Equal(string.Format(null, message, path), result.Error.TrimEnd('\n'));
    }

    [Fact]
    public void A_folder_without_a_model_is_named()
    {
        var result = CommandLine.Run(null, "translate", _folder, "a");

        Assert.Equal(1, result.Exit);
        Assert.Equal(
            $"seq2seq: Translator.Load: there is no model in {_folder}; expected model.json and its neighbours. "
            + $"Train one first: seq2seq train data.tsv --out {_folder}", result.Error.TrimEnd('\n'));
    }

    private string Data()
    {
        var path = Path.Combine(_folder, "data.tsv");
        var lines = Enumerable.Range(0, 120).Select(i =>
        {
            var words = Enumerable.Range(0, 2 + i % 4).Select(k => ((char)('a' + (i * 7 + k * (1 + i / 10)) % 8)).ToString()).ToArray();
            return $"{string.Join(' ', words)} {i}\t{string.Join(' ', words.Reverse())} {i}";
        });
        File.WriteAllText(path, string.Join('\n', lines) + "\n\nno tab here\n");
        return path;
    }

    private string Hash(string name) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, name, "weights.safetensors"))));
}
