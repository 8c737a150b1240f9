#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Training;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Models;

public sealed class AdaptiveOutputTests
{
    [Fact]
    public void A_model_over_classes_is_trained_decoded_saved_and_loaded()
    {
        var pairs = ToyTasks.Reverse(400, symbols: 6, minimumLength: 2, maximumLength: 4)
            .Select(pair => new SentencePair(pair.Source, pair.Target)).ToArray();
        manual_seed(1);
        var config = new ModelConfig { Embedding = 16, Hidden = 32, Dropout = 0, Cutoffs = [6, 8] };
        var translator = Translator.For(pairs[..350], config);

        new Trainer(translator.Model, new TrainerOptions
        {
            Epochs = 25,
            Batching = new BucketBatching(32),
            LearningRate = LearningRate.Constant(5e-3),
        }).Fit(translator.Encode(pairs[..350]), translator.Encode(pairs[350..]));
        var found = translator.Translate([.. pairs[350..].Select(pair => pair.Source)]);
        using var folder = new TemporaryFolder();
        translator.Save(folder.Path);
        var loaded = Translator.Load(folder.Path);

        var right = found.Zip(pairs[350..]).Count(both => both.First.Text == both.Second.Target);
        Assert.True(right >= 45, $"{right} of 50 right");
        Assert.Contains(loaded.Model.named_parameters(), parameter => parameter.Item1.Contains("adaptive.tails.1"));
        Assert.Equal(found.Select(x => x.Text), loaded.Translate([.. pairs[350..].Select(pair => pair.Source)]).Select(x => x.Text));
        Assert.Equal([6, 8], loaded.Config.Cutoffs);
    }

    [Fact]
    public void Its_scores_are_log_probabilities_already()
    {
        var model = TinyModels.Create("adaptive");
        using var noGradient = no_grad();
        var data = BatchTensors.From(Batch.Of(TinyModels.Examples()));

        var logits = model.call(data.Source, data.SourceLengths, data.TargetInput);

        // Float32 sums of eleven exponentials.
        Near.Equal(ones(logits.size(0), logits.size(1)), logits.exp().sum(dim: 2), 1e-5);
    }

    [Fact]
    public void Classes_of_another_vocabulary_and_tied_weights_are_refused()
    {
        var options = new DecoderOptions(11, 6, 8) { Classes = VocabularyClasses.AtCutoffs(10, 4) };

        var other = Assert.Throws<ArgumentException>(() => new PlainDecoder(options));
        var tied = Assert.Throws<ArgumentException>(() =>
            new PlainDecoder(options with { Classes = VocabularyClasses.AtCutoffs(11, 4), TieWeights = true }));

        Assert.Equal(
            "PlainDecoder: got classes of 10 tokens for a vocabulary of 11; expected classes of the whole vocabulary, and weights of their "
            + "own. (Parameter 'classes')", other.Message);
        Assert.Equal(
            "PlainDecoder: got classes of 11 tokens for a vocabulary of 11, and tied weights; expected classes of the whole vocabulary, and "
            + "weights of their own. (Parameter 'classes')", tied.Message);
    }
}
