#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class TrainerCheckpointTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public void An_interrupted_run_ends_with_the_same_bits(int killedAfter)
    {
        using var folder = new TemporaryFolder();
        var options = ReverseRuns.Options with { Folder = folder.Path, CheckpointEvery = 3, AverageLast = 2 };
        var expected = ReverseRuns.Train(options with { Folder = null });

        Assert.Throws<TimeoutException>(() => ReverseRuns.Train(options with
        {
            OnStep = progress =>
            {
                if (progress.History.Steps.Count == killedAfter) throw new TimeoutException();
            },
        }));
        var resumed = ReverseRuns.Train(options);

        Assert.Equal(expected, resumed);
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        using var folder = new TemporaryFolder();
        ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path, Epochs = 1 });
        var other = new Seq2SeqModel(new RecurrentEncoder(9, 4, 6), new PlainDecoder(new DecoderOptions(9, 4, 8)));

        var error = Assert.Throws<InvalidDataException>(() =>
            new Trainer(other, ReverseRuns.Options with { Folder = folder.Path }).Fit(ReverseRuns.Examples[..100]));

        Assert.Equal(
            $"Trainer: the checkpoint in {folder.Path} is of another model: it has no decoder.recurrence.gru.weight_ih_l0 of shape "
            + "(24, 4). Choose another folder, or make the model it was made with.", error.Message);
    }

    [Fact]
    public void A_checkpoint_of_other_data_is_refused()
    {
        using var folder = new TemporaryFolder();
        ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path, Epochs = 1 });

        var error = Assert.Throws<InvalidDataException>(() =>
            new Trainer(ReverseRuns.Model(), ReverseRuns.Options with { Folder = folder.Path }).Fit(ReverseRuns.Examples));

        Assert.Equal(
            $"Trainer: the checkpoint in {folder.Path} is of seed 1 and 100 training examples, this run of seed 1 and 120. "
            + "Choose another folder, or the same seed and data.", error.Message);
    }

    [Fact]
    public void A_checkpoint_of_as_many_but_other_examples_is_refused()
    {
        using var folder = new TemporaryFolder();
        ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path, Epochs = 1 });
        Example[] others = [.. ReverseRuns.Examples[1..100], ReverseRuns.Examples[0]];

        foreach (var (train, validation) in new[] { (others, ReverseRuns.Examples[100..]), (ReverseRuns.Examples[..100], ReverseRuns.Examples[101..]) })
        {
            var error = Assert.Throws<InvalidDataException>(() =>
                new Trainer(ReverseRuns.Model(), ReverseRuns.Options with { Folder = folder.Path }).Fit(train, validation));

            Assert.Equal(
                $"Trainer: the checkpoint in {folder.Path} is of as many, but other training or validation examples. "
                + "Choose another folder, or the same data.", error.Message);
        }
    }

    [Fact]
    public void A_checkpoint_that_was_cut_off_is_refused_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path, Epochs = 1 });

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            var whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
            var error = Assert.Throws<InvalidDataException>(() => ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path }));
            File.WriteAllBytes(file, whole);

            Assert.StartsWith($"Trainer: the checkpoint in {folder.Path} can not be read: ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(". Remove that folder to start anew.", error.Message, StringComparison.Ordinal);
        }

        ReverseRuns.Train(ReverseRuns.Options with { Folder = folder.Path });
    }
}
