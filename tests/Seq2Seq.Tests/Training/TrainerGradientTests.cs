#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Models;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class TrainerGradientTests
{
    [Theory]
    [InlineData(LossNormalisation.Token)]
    [InlineData(LossNormalisation.Sentence)]
    [InlineData(LossNormalisation.MeanOfSentences)]
    [InlineData(LossNormalisation.Sum)]
    public void Accumulated_batches_of_different_length_give_the_gradient_of_one_batch(LossNormalisation normalisation)
    {
        var options = ReverseRuns.Options with { Epochs = 1, Loss = new TokenLoss { Normalisation = normalisation } };

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
        return new Trainer(model, options).Fit(ReverseRuns.Examples).Steps[0].GradientNorm;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Penalties_move_the_weights_by_their_own_gradient_once_per_step(int accumulate)
    {
        // Plain descent at rate 1: Σ|w| takes its sign off every matrix, Σw² twice its value; biases stay.
        var options = ReverseRuns.Options with
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
            if (asked.MaximumSteps > 0) new Trainer(model, asked).Fit(ReverseRuns.Examples);
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
            }).Fit(ReverseRuns.Examples);
            return model.named_parameters().ToDictionary(p => p.Item1, p => Near.Values(p.Item2));
        }

        var untouched = Model();
        var data = BatchTensors.From(Batch.Of(ReverseRuns.Examples));
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
        var model = ReverseRuns.Model();

        var history = new Trainer(model, ReverseRuns.Options with { Accumulate = 4, Epochs = 1, Batching = new BucketBatching(10) }).Fit(ReverseRuns.Examples);

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
            }).Fit(ReverseRuns.Examples);
            return Math.Sqrt(model.parameters().SelectMany(Near.Values).Zip(before).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        }

        // With plain descent at rate 1 the weights move by the gradient itself; float32.
        Assert.Equal(0.01, Moved(0.01), 1e-4);
        Assert.True(Moved(null) > 0.1, $"{Moved(null)}");
    }
}
