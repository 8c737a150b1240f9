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

    [Fact]
    public void A_checkpoint_of_as_many_but_other_examples_is_refused()
    {
        using var folder = new TemporaryFolder();
        Train(Options with { Folder = folder.Path, Epochs = 1 });
        Example[] others = [.. s_examples[1..100], s_examples[0]];

        foreach (var (train, validation) in new[] { (others, s_examples[100..]), (s_examples[..100], s_examples[101..]) })
        {
            var error = Assert.Throws<InvalidDataException>(() =>
                new Trainer(Small(), Options with { Folder = folder.Path }).Fit(train, validation));

            Assert.Equal(
                $"Trainer: the checkpoint in {folder.Path} is of as many, but other training or validation examples. "
                + "Choose another folder, or the same data.", error.Message);
        }
    }

    [Fact]
    public void A_checkpoint_that_was_cut_off_is_refused_with_the_remedy()
    {
        using var folder = new TemporaryFolder();
        Train(Options with { Folder = folder.Path, Epochs = 1 });

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            var whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
            var error = Assert.Throws<InvalidDataException>(() => Train(Options with { Folder = folder.Path }));
            File.WriteAllBytes(file, whole);

            Assert.StartsWith($"Trainer: the checkpoint in {folder.Path} can not be read: ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith(". Remove that folder to start anew.", error.Message, StringComparison.Ordinal);
        }

        Train(Options with { Folder = folder.Path });
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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Penalties_move_the_weights_by_their_own_gradient_once_per_step(int accumulate)
    {
        // Plain descent at rate 1: Σ|w| takes its sign off every matrix, Σw² twice its value; biases stay.
        var options = Options with
        {
            MaximumSteps = 1,
            ClipNorm = null,
            Optimizer = Optimizers.Sgd(),
            LearningRate = LearningRate.Constant(1),
            KeepBest = false,
            Accumulate = accumulate,
            Loss = new TokenLoss { Normalisation = LossNormalisation.Sum },
        };
        Dictionary<string, double[]> Step(TrainerOptions asked)
        {
            manual_seed(1);
            var model = new Seq2SeqModel(new RecurrentEncoder(9, 4, 6), new PlainDecoder(new DecoderOptions(9, 4, 8)));
            if (asked.MaximumSteps > 0) new Trainer(model, asked).Fit(s_examples);
            return model.named_parameters().ToDictionary(p => p.Item1, p => p.Item2.dim() > 1 ? Near.Values(p.Item2) : [.. Near.Values(p.Item2), double.NaN]);
        }

        var (start, plain) = (Step(options with { MaximumSteps = 0 }), Step(options));
        var (first, second) = (Step(options with { L1 = 0.01 }), Step(options with { L2 = 0.02 }));

        foreach (var (name, weights) in start)
        {
            var isMatrix = !double.IsNaN(weights[^1]);
            for (var i = 0; i < weights.Length - (isMatrix ? 0 : 1); i++)
            {
                // Float32 of sums over some hundred tokens.
                Assert.Equal(isMatrix ? -0.01 * Math.Sign(weights[i]) : 0, first[name][i] - plain[name][i], 1e-4);
                Assert.Equal(isMatrix ? -0.04 * weights[i] : 0, second[name][i] - plain[name][i], 1e-4);
            }
        }
    }

    [Fact]
    public void The_coverage_loss_moves_the_weights_by_its_own_gradient()
    {
        Seq2SeqModel Model()
        {
            manual_seed(1);
            return new Seq2SeqModel(
                new RecurrentEncoder(9, 4, 6), new BahdanauDecoder(new DecoderOptions(9, 4, 8), new AdditiveAttention(8, 12)));
        }

        Dictionary<string, double[]> Step(double weight)
        {
            var model = Model();
            new Trainer(model, new TrainerOptions
            {
                MaximumSteps = 1,
                Batching = new RandomBatching(200),
                ClipNorm = null,
                Optimizer = Optimizers.Sgd(),
                LearningRate = LearningRate.Constant(1),
                KeepBest = false,
                Coverage = weight,
            }).Fit(s_examples);
            return model.named_parameters().ToDictionary(p => p.Item1, p => Near.Values(p.Item2));
        }

        var untouched = Model();
        var data = BatchTensors.From(Batch.Of(s_examples));
        var output = untouched.Teach(data.Source, data.SourceLengths, data.TargetInput);
        AuxiliaryLosses.Coverage(output.Attention!, data.TargetOutput).backward();

        var (without, with) = (Step(0), Step(300));

        Assert.Contains(untouched.parameters(), parameter => parameter.grad is { } slope && slope.abs().max().ToDouble() > 1e-5);
        foreach (var (name, parameter) in untouched.named_parameters())
        {
            var slope = parameter.grad is null ? new double[parameter.numel()] : Near.Values(parameter.grad);
            // Float32 of sums in another order.
            for (var i = 0; i < slope.Length; i++) Assert.Equal(-300 * slope[i], with[name][i] - without[name][i], 1e-5);
        }
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
    public void Accumulated_batches_of_one_size_are_one_large_batch()
    {
        // The same order and no dropout: two batches of eight sentences of one length have the mean gradient of their sixteen.
        var examples = Enumerable.Range(0, 16)
            .Select(i => new Example([4 + i % 5, 4 + i % 3, Vocabulary.EndId], [4 + i % 4, 5], i)).ToArray();
        string Weights(int accumulate, int size)
        {
            manual_seed(1);
            var model = new Seq2SeqModel(new RecurrentEncoder(9, 4, 6), new PlainDecoder(new DecoderOptions(9, 4, 8)));
            new Trainer(model, new TrainerOptions
            {
                Epochs = 1,
                Batching = new RandomBatching(size),
                Accumulate = accumulate,
                Optimizer = Optimizers.Sgd(),
                LearningRate = LearningRate.Constant(0.5),
            }).Fit(examples);
            return string.Join(' ', model.parameters().SelectMany(Near.Values).Select(value => value.ToString("0.00000", null)));
        }

        Assert.Equal(Weights(1, 16), Weights(2, 8));
        Assert.NotEqual(Weights(1, 16), Weights(1, 8));
    }

    [Fact]
    public void Averaging_ends_with_the_mean_of_the_last_epochs()
    {
        var seen = new List<double[]>();
        manual_seed(1);
        var model = Small();

        new Trainer(model, Options with
        {
            Epochs = 4,
            AverageLast = 3,
            OnEpoch = progress => seen.Add([.. progress.Model.parameters().SelectMany(Near.Values)]),
        }).Fit(s_examples);

        var mean = Enumerable.Range(0, seen[0].Length).Select(i => (seen[1][i] + seen[2][i] + seen[3][i]) / 3);
        // Float32 sums of three.
        Assert.All(mean.Zip(model.parameters().SelectMany(Near.Values)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_best_epoch_is_kept_and_not_the_last()
    {
        var seen = new List<double[]>();
        manual_seed(1);
        var model = Small();

        // A rate that ruins the model after the second epoch.
        var history = new Trainer(model, Options with
        {
            Epochs = 3,
            LearningRate = LearningRate.Of(step => step < 14 ? 5e-3 : 1),
            OnEpoch = progress => seen.Add([.. progress.Model.parameters().SelectMany(Near.Values)]),
        }).Fit(s_examples[..100], s_examples[100..]);

        Assert.Equal(2, history.Best!.Epoch);
        Assert.Equal(seen[1], model.parameters().SelectMany(Near.Values));
    }

    [Fact]
    public void A_gradient_longer_than_the_limit_is_shortened_to_it()
    {
        double Moved(double? clip)
        {
            manual_seed(1);
            var model = new Seq2SeqModel(new RecurrentEncoder(9, 4, 6), new PlainDecoder(new DecoderOptions(9, 4, 8)));
            var before = model.parameters().SelectMany(Near.Values).ToArray();
            new Trainer(model, new TrainerOptions
            {
                MaximumSteps = 1,
                ClipNorm = clip,
                Optimizer = Optimizers.Sgd(),
                LearningRate = LearningRate.Constant(1),
                KeepBest = false,
            }).Fit(s_examples);
            return Math.Sqrt(model.parameters().SelectMany(Near.Values).Zip(before).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        }

        // With plain descent at rate 1 the weights move by the gradient itself; float32.
        Assert.Equal(0.01, Moved(0.01), 1e-4);
        Assert.True(Moved(null) > 0.1, $"{Moved(null)}");
    }

    [Fact]
    public void Curves_are_shown_while_it_runs()
    {
        manual_seed(1);

        var quiet = new Trainer(Small(), Options).Fit(s_examples[..100], s_examples[100..]);
        manual_seed(1);
        var shown = new Trainer(Small(), Options with { ShowLive = true }).Fit(s_examples[..100], s_examples[100..]);

        // Looking changes nothing.
        Assert.Equal(quiet.Steps.Select(step => step.Loss), shown.Steps.Select(step => step.Loss));
        Assert.Equal(quiet.Epochs.Select(epoch => epoch.ValidationLoss), shown.Epochs.Select(epoch => epoch.ValidationLoss));
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

    [Theory]
    [InlineData("encoder", "encoder memory")]
    [InlineData("attention", "attention weights at target position 1")]
    [InlineData("decoder", "decoder hidden state at target position 1")]
    [InlineData("output", "logits at target position 1")]
    public void Finite_weights_that_overflow_inside_are_traced_to_where_it_happened(string part, string expected)
    {
        manual_seed(1);
        var model = new Seq2SeqModel(
            new RecurrentEncoder(9, 4, 6), new BahdanauDecoder(new DecoderOptions(9, 4, 8), new AdditiveAttention(8, 12)));
        using (no_grad())
        {
            var weights = model.state_dict();
            switch (part)
            {
                case "attention":
                    // tanh is 1 everywhere, the sum of eight 3e38 infinite, and a softmax of infinities not a number.
                    weights["decoder.attention.key.bias"].fill_(100);
                    weights["decoder.attention.score.weight"].fill_(3e38f);
                    break;
                case "output":
                    weights["decoder.output.project.weight"].fill_(3e38f);
                    weights["decoder.readout.bias"].fill_(100);
                    break;
                default:
                    // A closed reset gate times an infinite sum: 0 · ∞.
                    var (prefix, size) = part == "encoder" ? ("encoder.recurrence.gru.", 6) : ("decoder.recurrence.gru.", 8);
                    weights["bridge.hidden.bias"].fill_(100);
                    weights[prefix + "bias_ih_l0"].narrow(0, 0, size).fill_(-1e30);
                    weights[prefix + "bias_ih_l0"].narrow(0, 2 * size, size).fill_(100);
                    weights[prefix + "weight_hh_l0"].narrow(0, 2 * size, size).fill_(3e38f);
                    break;
            }
        }

        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(model, Options).Fit(s_examples));

        Assert.Equal((1, expected), (error.Step, error.TensorName));
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
