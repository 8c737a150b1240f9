#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class TrainerTests
{
    private static readonly Example[] s_examples = Examples(ToyTasks.Reverse(120, symbols: 5, minimumLength: 2, maximumLength: 4));

    [Fact]
    public void A_model_with_attention_learns_to_reverse()
    {
        var examples = Examples(ToyTasks.Reverse(400, symbols: 5, minimumLength: 2, maximumLength: 4));
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
        Assert.Equal(Train(Options), Train(Options));
        Assert.NotEqual(Train(Options), Train(Options with { Seed = 2 }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public void An_interrupted_run_ends_with_the_same_bits(int killedAfter)
    {
        using var folder = new TemporaryFolder();
        var options = Options with { Folder = folder.Path, CheckpointEvery = 3, AverageLast = 2 };
        var expected = Train(options with { Folder = null });

        Assert.Throws<TimeoutException>(() => Train(options with
        {
            OnStep = progress =>
            {
                if (progress.History.Steps.Count == killedAfter) throw new TimeoutException();
            },
        }));
        var resumed = Train(options);

        Assert.Equal(expected, resumed);
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        using var folder = new TemporaryFolder();
        Train(Options with { Folder = folder.Path, Epochs = 1 });
        var other = new Seq2SeqModel(new RecurrentEncoder(9, 4, 6), new PlainDecoder(new DecoderOptions(9, 4, 8)));

        var error = Assert.Throws<InvalidDataException>(() =>
            new Trainer(other, Options with { Folder = folder.Path }).Fit(s_examples[..100]));

        Assert.Equal(
            $"Trainer: the checkpoint in {folder.Path} is of another model: it has no decoder.recurrence.gru.weight_ih_l0 of shape "
            + "(24, 4). Choose another folder, or make the model it was made with.", error.Message);
    }

    [Fact]
    public void A_checkpoint_of_other_data_is_refused()
    {
        using var folder = new TemporaryFolder();
        Train(Options with { Folder = folder.Path, Epochs = 1 });

        var error = Assert.Throws<InvalidDataException>(() =>
            new Trainer(Small(), Options with { Folder = folder.Path }).Fit(s_examples));

        Assert.Equal(
            $"Trainer: the checkpoint in {folder.Path} is of seed 1 and 100 training examples, this run of seed 1 and 120. "
            + "Choose another folder, or the same seed and data.", error.Message);
    }

    [Theory]
    [InlineData(LossNormalisation.Token)]
    [InlineData(LossNormalisation.Sentence)]
    [InlineData(LossNormalisation.MeanOfSentences)]
    [InlineData(LossNormalisation.Sum)]
    public void Accumulated_batches_of_different_length_give_the_gradient_of_one_batch(LossNormalisation normalisation)
    {
        var options = Options with { Epochs = 1, Loss = new TokenLoss { Normalisation = normalisation } };

        var whole = FirstNorm(options with { Batching = new RandomBatching(120) });
        var parts = FirstNorm(options with { Batching = new BucketBatching(25), Accumulate = 5 });

        // Float sums in another order.
        Assert.Equal(1, parts / whole, 1e-4);
    }

    private static double FirstNorm(TrainerOptions options)
    {
        manual_seed(1);
        var model = new Seq2SeqModel(
            new RecurrentEncoder(9, 8, 8), new ContextDecoder(new DecoderOptions(9, 8, 12), 16));
        return new Trainer(model, options).Fit(s_examples).Steps[0].GradientNorm;
    }

    [Fact]
    public void Accumulated_batches_take_one_step()
    {
        manual_seed(1);
        var model = Small();

        var history = new Trainer(model, Options with { Accumulate = 4, Epochs = 1, Batching = new BucketBatching(10) }).Fit(s_examples);

        Assert.Equal(3, history.Steps.Count);
    }

    [Fact]
    public void Patience_ends_a_run_that_no_longer_improves()
    {
        manual_seed(1);
        var history = new Trainer(Small(), Options with
        {
            Epochs = 50,
            Patience = 2,
            LearningRate = LearningRate.Of(step => step < 12 ? 5e-3 : 0),
        }).Fit(s_examples[..100], s_examples[100..]);

        Assert.Equal(StopReason.NoImprovement, history.Stopped);
        Assert.Equal(2, history.Epochs[^1].Epoch - history.Best!.Epoch);
    }

    [Fact]
    public void A_step_too_large_stops_with_its_number_and_the_first_bad_tensor()
    {
        manual_seed(1);
        var model = Small();

        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(model, Options with
        {
            Optimizer = Optimizers.Sgd(),
            ClipNorm = null,
            LearningRate = LearningRate.Of(step => step == 2 ? double.PositiveInfinity : 0.01),
        }).Fit(s_examples));

        Assert.Equal(4, error.Step);
        Assert.Equal("encoder.embedding.weight", error.TensorName);
        Assert.Equal(
            "Trainer: at step 4 the loss is NaN; the first bad tensor is encoder.embedding.weight (weight). Expected finite numbers. "
            + "Lower the learning rate, clip the gradient (ClipNorm), or look for an empty target in the data.", error.Message);
    }

    [Fact]
    public void Scheduled_sampling_trains_too()
    {
        manual_seed(1);
        var history = new Trainer(Small(), Options with { Forcing = TeacherForcing.Linear(10, 0.5), Epochs = 3 }).Fit(s_examples);

        Assert.True(history.Epochs[^1].TrainLoss < history.Epochs[0].TrainLoss);
    }

    [Fact]
    public void A_callback_can_end_the_run()
    {
        manual_seed(1);
        var history = new Trainer(Small(), Options with { OnStep = progress => progress.Stop() }).Fit(s_examples);

        Assert.Equal(StopReason.Cancelled, history.Stopped);
        Assert.Single(history.Steps);
    }

    [Fact]
    public void No_examples_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Trainer(Small()).Fit([]));

        Assert.Equal("Trainer.Fit: got no training examples; expected at least one. (Parameter 'train')", error.Message);
    }

    private static TrainerOptions Options => new()
    {
        Epochs = 3,
        Batching = new BucketBatching(16),
        LearningRate = LearningRate.Constant(5e-3).WarmUp(4),
    };

    private static Seq2SeqModel Small() => new(
        new RecurrentEncoder(9, 4, 6, dropout: 0.2),
        new BahdanauDecoder(new DecoderOptions(9, 4, 8) { Dropout = 0.2 }, new AdditiveAttention(8, 12)));

    private static string Train(TrainerOptions options)
    {
        manual_seed(1);
        var model = Small();
        new Trainer(model, options).Fit(s_examples[..100], s_examples[100..]);
        return string.Join(' ', model.parameters().SelectMany(Near.Values)
            .Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", null)));
    }

    private static Example[] Examples(IReadOnlyList<TaskPair> pairs) =>
    [
        .. pairs.Select((pair, i) => new Example(Ids(pair.Source), Ids(pair.Target), i)),
    ];

    private static long[] Ids(string letters) => [.. letters.Split(' ').Select(letter => letter[0] - 'a' + 4L), Vocabulary.EndId];
}
