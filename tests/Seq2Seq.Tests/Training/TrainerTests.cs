#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class TrainerTests
{
    [Fact]
    public void A_model_with_attention_learns_to_reverse()
    {
        var examples = ReverseRuns.Of(ToyTasks.Reverse(400, symbols: 5, minimumLength: 2, maximumLength: 4));
        manual_seed(1);
        var model = new Seq2SeqModel(
            new RecurrentEncoder(9, 16, 24), new BahdanauDecoder(new DecoderOptions(9, 16, 32), new AdditiveAttention(32, 48)));

        var history = new Trainer(model, new TrainerOptions
        {
            Epochs = 25,
            Batching = new BucketBatching(32),
            LearningRate = LearningRate.Constant(5e-3),
        }).Fit(examples[..350], examples[350..]);

        Assert.True(history.Best!.ValidationAccuracy > 0.97, $"accuracy {history.Best.ValidationAccuracy}");
        Assert.True(history.Epochs[^1].TrainLoss < 0.2 * history.Epochs[0].TrainLoss);
        Assert.Equal(StopReason.Finished, history.Stopped);
        Assert.Equal(history.Steps.Count, history.Steps[^1].Step);
        Assert.Equal(history.Best.ValidationLoss, ForcedScore.Of(model, examples[350..]).Loss, 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_others()
    {
        Assert.Equal(ReverseRuns.Train(ReverseRuns.Options), ReverseRuns.Train(ReverseRuns.Options));
        Assert.NotEqual(ReverseRuns.Train(ReverseRuns.Options), ReverseRuns.Train(ReverseRuns.Options with { Seed = 2 }));
    }

    [Fact]
    public void Averaging_ends_with_the_mean_of_the_last_epochs()
    {
        var seen = new List<double[]>();
        manual_seed(1);
        var model = ReverseRuns.Model();

        new Trainer(model, ReverseRuns.Options with
        {
            Epochs = 4,
            AverageLast = 3,
            OnEpoch = progress => seen.Add([.. progress.Model.parameters().SelectMany(Near.Values)]),
        }).Fit(ReverseRuns.Examples);

        var mean = Enumerable.Range(0, seen[0].Length).Select(i => (seen[1][i] + seen[2][i] + seen[3][i]) / 3);
        // Float32 sums of three.
        Assert.All(mean.Zip(model.parameters().SelectMany(Near.Values)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_best_epoch_is_kept_and_not_the_last()
    {
        var seen = new List<double[]>();
        manual_seed(1);
        var model = ReverseRuns.Model();

        // A rate that ruins the model after the second epoch.
        var history = new Trainer(model, ReverseRuns.Options with
        {
            Epochs = 3,
            LearningRate = LearningRate.Of(step => step < 14 ? 5e-3 : 1),
            OnEpoch = progress => seen.Add([.. progress.Model.parameters().SelectMany(Near.Values)]),
        }).Fit(ReverseRuns.Examples[..100], ReverseRuns.Examples[100..]);

        Assert.Equal(2, history.Best!.Epoch);
        Assert.Equal(seen[1], model.parameters().SelectMany(Near.Values));
    }

    [Fact]
    public void Curves_are_shown_while_it_runs()
    {
        manual_seed(1);

        var quiet = new Trainer(ReverseRuns.Model(), ReverseRuns.Options).Fit(ReverseRuns.Examples[..100], ReverseRuns.Examples[100..]);
        manual_seed(1);
        var shown = new Trainer(ReverseRuns.Model(), ReverseRuns.Options with { ShowLive = true }).Fit(ReverseRuns.Examples[..100], ReverseRuns.Examples[100..]);

        // Looking changes nothing.
        Assert.Equal(quiet.Steps.Select(step => step.Loss), shown.Steps.Select(step => step.Loss));
        Assert.Equal(quiet.Epochs.Select(epoch => epoch.ValidationLoss), shown.Epochs.Select(epoch => epoch.ValidationLoss));
    }

    [Fact]
    public void Patience_ends_a_run_that_no_longer_improves()
    {
        manual_seed(1);
        var history = new Trainer(ReverseRuns.Model(), ReverseRuns.Options with
        {
            Epochs = 50,
            Patience = 2,
            LearningRate = LearningRate.Of(step => step < 12 ? 5e-3 : 0),
        }).Fit(ReverseRuns.Examples[..100], ReverseRuns.Examples[100..]);

        Assert.Equal(StopReason.NoImprovement, history.Stopped);
        Assert.Equal(2, history.Epochs[^1].Epoch - history.Best!.Epoch);
    }

    [Fact]
    public void Scheduled_sampling_trains_too()
    {
        manual_seed(1);
        var history = new Trainer(ReverseRuns.Model(), ReverseRuns.Options with { Forcing = TeacherForcing.Linear(10, 0.5), Epochs = 3 }).Fit(ReverseRuns.Examples);

        Assert.True(history.Epochs[^1].TrainLoss < history.Epochs[0].TrainLoss);
    }

    [Fact]
    public void A_callback_can_end_the_run()
    {
        manual_seed(1);
        var history = new Trainer(ReverseRuns.Model(), ReverseRuns.Options with { OnStep = progress => progress.Stop() }).Fit(ReverseRuns.Examples);

        Assert.Equal(StopReason.Cancelled, history.Stopped);
        Assert.Single(history.Steps);
    }
}
