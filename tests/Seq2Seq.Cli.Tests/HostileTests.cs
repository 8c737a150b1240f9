namespace Seq2Seq.Cli.Tests;

/// <summary>What users get wrong, and what disks do: one clear message, an exit code, nothing lost, no stack trace.</summary>
public sealed class HostileTests : IDisposable
{
    private static readonly string[] s_small = ["--hidden", "8", "--embedding", "8", "--epochs", "1", "--batch", "16"];

    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-cli").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_of_other_data_or_settings_is_left_as_it_is()
    {
        var (data, model) = (Data("data.tsv", "abcdefg"), Path.Combine(_folder, "model"));
        Assert.Equal(0, CommandLine.Run(null, ["train", data, "--out", model, .. s_small]).Exit);
        var before = Content(model);

        var settings = CommandLine.Run(null, ["train", data, "--out", model, .. s_small, "--layers", "2"]);
        var other = CommandLine.Run(null, ["train", Data("other.tsv", "hijklmn"), "--out", model, .. s_small]);
        Directory.Delete(Path.Combine(model, "checkpoint"), recursive: true);
        var lost = CommandLine.Run(null, ["train", data, "--out", model, .. s_small]);

        const string Remedy = "it is left as it is. Choose another --out, or remove the folder first.";
        Refused(settings, $"seq2seq: {model} holds a model that was made from other data or with other settings (model.json differs); {Remedy}");
        Refused(other, $"seq2seq: {model} holds a model that was made from other data or with other settings (source-vocabulary.json differs); {Remedy}");
        Refused(lost, $"seq2seq: {model} holds a model without its checkpoint, so that there is nothing to go on from; {Remedy}");
        Assert.Equal(before, Content(model));
        Assert.Equal(0, CommandLine.Run(null, "translate", model, "a b").Exit);
    }

    [Fact]
    public void Data_of_the_same_words_in_another_order_does_not_go_on_with_the_run()
    {
        var (data, model) = (Data("data.tsv", "abcdefg"), Path.Combine(_folder, "model"));
        Assert.Equal(0, CommandLine.Run(null, ["train", data, "--out", model, .. s_small, "--validation", "0"]).Exit);
        File.WriteAllLines(data, File.ReadAllLines(data).Reverse());

        var other = CommandLine.Run(null, ["train", data, "--out", model, .. s_small, "--validation", "0"]);

        Refused(other, $"seq2seq: Trainer: the checkpoint in {Path.Combine(model, "checkpoint")} is of as many, but other training or "
            + "validation examples. Choose another folder, or the same data.");
    }

    [Fact]
    public void A_damaged_model_or_checkpoint_is_named_with_the_remedy()
    {
        var (data, model) = (Data("data.tsv", "abcdefg"), Path.Combine(_folder, "model"));
        string[] train = ["train", data, "--out", model, .. s_small];
        Assert.Equal(0, CommandLine.Run(null, train).Exit);
        var checkpoint = Path.Combine(model, "checkpoint");
        var optimizer = Directory.GetFiles(checkpoint, "*.optimizer")[0];
        File.WriteAllBytes(optimizer, File.ReadAllBytes(optimizer)[..100]);
        var config = File.ReadAllText(Path.Combine(model, "model.json"));

        var cut = CommandLine.Run(null, train);
        File.Delete(Path.Combine(model, "source-vocabulary.json"));
        var missing = CommandLine.Run(null, "translate", model, "a");
        File.WriteAllText(Path.Combine(model, "model.json"), config.Replace("\"hidden\": 8", "\"hidden\": -8", StringComparison.Ordinal));
        var negative = CommandLine.Run(null, "translate", model, "a");

        Refused(cut, $"seq2seq: Trainer: the checkpoint in {checkpoint} can not be read: Adam.load_state_dict: the file ends too early; it was "
            + "cut off. Save it again. Remove that folder to start anew.");
        Refused(missing, $"seq2seq: {Path.Combine(model, "source-vocabulary.json")}: there is no such file; expected a seq2seq-vocabulary file. "
            + "Take the whole folder it belongs to, or make it anew.");
        Refused(negative, $"seq2seq: {Path.Combine(model, "model.json")}: not a whole seq2seq-model file (hidden is -8; expected at least 1.) "
            + "Make it anew, or take a copy that was not cut off.");
    }

    [Fact]
    public void A_model_too_large_for_the_memory_is_refused_without_a_trace()
    {
        var data = Data("data.tsv", "abcdefg");

        var huge = CommandLine.Run(null, "train", data, "--out", Path.Combine(_folder, "model"), "--hidden", "1000000000");

        Refused(huge, "seq2seq: the memory does not suffice for a model or a batch of this size. Take a smaller --hidden, --batch or --beam, "
            + "or fewer tokens (--minimum-count, --merges).");
    }

    [Fact]
    public void Folders_and_files_that_are_the_wrong_one_are_told()
    {
        var data = Data("data.tsv", "abcdefg");

        var folder = CommandLine.Run(null, ["train", _folder, "--out", Path.Combine(_folder, "m"), .. s_small]);
        var file = CommandLine.Run(null, ["train", data, "--out", data, .. s_small]);
        var nowhere = CommandLine.Run(null, ["train", data, "--out", Path.Combine(data, "inside"), .. s_small]);

        Refused(folder, $"seq2seq: {_folder} is a folder; expected a file with lines of source TAB target");
        Refused(file, $"seq2seq: --out {data} is a file; expected a folder, or a name that is free");
        Assert.StartsWith($"seq2seq: {Path.Combine(data, "inside", "source-tokeniser.json")}: the file can not be written: ", LastLine(nowhere.Error), StringComparison.Ordinal);
        Assert.EndsWith(". Choose a folder that you may write to and that has room.", LastLine(nowhere.Error), StringComparison.Ordinal);
        Assert.Equal(1, nowhere.Exit);
    }

    [Theory]
    [InlineData("--dropout", "1.5", "a share from 0, below 1")]
    [InlineData("--epochs", "0", "a whole number of at least 1")]
    [InlineData("--batch", "-4", "a whole number of at least 1")]
    [InlineData("--rate", "-1", "a number above 0")]
    public void A_number_out_of_its_range_is_refused_before_anything_is_read(string option, string value, string expected)
    {
        var result = CommandLine.Run(null, "train", "missing.tsv", "--out", Path.Combine(_folder, "m"), option, value);

        Assert.Equal(1, result.Exit);
        Assert.StartsWith($"seq2seq: {option} {value}; expected {expected}.", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "m")));
    }

    [Fact]
    public void Columns_the_other_way_round_are_noticed_when_scoring()
    {
        var (data, model) = (Data("data.tsv", "abcdefg", "hijklmn"), Path.Combine(_folder, "model"));
        Assert.Equal(0, CommandLine.Run(null, ["train", data, "--out", model, .. s_small]).Exit);

        var swapped = CommandLine.Run(null, "evaluate", model, data, "--swap");
        var right = CommandLine.Run(null, "evaluate", model, data);

        Assert.Equal(0, swapped.Exit);
        Assert.Contains("warning: the model does not know 100% of the source tokens; are the columns the other way round (--swap), or is this "
            + "the file of another model?", swapped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", right.Error, StringComparison.Ordinal);
    }

    private static void Refused((int Exit, string Output, string Error) result, string message)
    {
        Assert.Equal(message, LastLine(result.Error));
        Assert.Equal(1, result.Exit);
    }

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    private static Dictionary<string, string> Content(string model) =>
        Directory.GetFiles(model).ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(path)));

    private string Data(string name, string source, string? target = null)
    {
        var path = Path.Combine(_folder, name);
        string Words(string letters, int i) => string.Join(' ', Enumerable.Range(0, 1 + i % 3).Select(k => letters[(i * 3 + k * (1 + i / 7)) % 7]));
        File.WriteAllLines(path, Enumerable.Range(0, 40).Select(i => $"{Words(source, i)}\t{Words(target ?? source, i + 1)}"));
        return path;
    }
}
