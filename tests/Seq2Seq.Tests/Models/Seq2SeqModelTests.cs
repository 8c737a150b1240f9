using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Models;

public sealed class Seq2SeqModelTests
{
    // Float32 with other shapes of matrix products: a few units in the last place over some dozen operations.
    private const double Rounding = 2e-5;

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Steps_give_what_the_whole_target_gives(string kind)
    {
        var model = TinyModels.Create(kind);
        model.eval();
        using var noGradient = no_grad();
        var data = BatchTensors.From(Batch.Of(TinyModels.Examples()));
        var whole = model.Teach(data.Source, data.SourceLengths, data.TargetInput);

        var state = model.Start(data.Source, data.SourceLengths);
        for (var t = 0; t < data.TargetInput.size(1); t++)
        {
            var step = model.Step(data.TargetInput.select(1, t), state);
            state = step.State;
            Near.Equal(whole.Logits.select(1, t), step.Logits, Rounding);
            if (whole.Attention is not null) Near.Equal(whole.Attention.select(1, t), step.Attention!, Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void A_sentence_does_not_feel_its_neighbours_in_the_batch(string kind)
    {
        var model = TinyModels.Create(kind);
        model.eval();
        using var noGradient = no_grad();
        var examples = TinyModels.Examples();
        var batch = Batch.Of(examples);
        var data = BatchTensors.From(batch);
        var together = model.call(data.Source, data.SourceLengths, data.TargetInput);

        for (var i = 0; i < examples.Length; i++)
        {
            var single = BatchTensors.From(Batch.Of(examples[batch.Indices[i]]));
            var alone = model.call(single.Source, single.SourceLengths, single.TargetInput);
            Near.Equal(alone.squeeze(0), together.select(0, i).narrow(0, 0, alone.size(1)), Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Every_parameter_gets_a_gradient_that_matches_a_finite_difference(string kind)
    {
        var model = (Seq2SeqModel)TinyModels.Create(kind).to(ScalarType.Float64);
        // Doubles for the whole model: the slope of the secant is then right to about 1e-7 of the loss.
        var data = BatchTensors.From(Batch.Of(TinyModels.Examples()));
        var loss = new TokenLoss();
        Tensor Loss() => loss.Compute(model.call(data.Source, data.SourceLengths, data.TargetInput), data.TargetOutput).Loss;
        Loss().backward();

        foreach (var (name, parameter) in model.named_parameters())
        {
            Assert.True(parameter.grad is not null, name);
            var gradient = Near.Values(parameter.grad);
            // The entry with the largest slope: padding rows and unused tokens have none.
            var place = Enumerable.Range(0, gradient.Length).MaxBy(i => Math.Abs(gradient[i]));
            using var noGradient = no_grad();
            var flat = parameter.view(-1);
            const double Width = 1e-5;
            flat[place] += Width;
            var above = Loss().item<double>();
            flat[place] -= 2 * Width;
            var below = Loss().item<double>();
            flat[place] += Width;
            var slope = (above - below) / (2 * Width);
            Assert.True(Math.Abs(slope - gradient[place]) < 1e-6, $"{kind} {name}[{place}]: slope {slope}, gradient {gradient[place]}");
        }
    }

    [Fact]
    public void Weights_that_are_tied_are_learned_once()
    {
        var model = TinyModels.Create("tied");

        // The output has its map and its bias, but no matrix of its own.
        Assert.DoesNotContain(model.named_parameters(), p => p.Item1.Contains("output.project", StringComparison.Ordinal));
        Assert.Equal(1, model.parameters().Count(p => p.shape is [TinyModels.Vocabulary, 6]));
    }

    [Fact]
    public void Sampled_teaching_with_full_forcing_is_teaching()
    {
        var model = TinyModels.Create("luong dot");
        var data = BatchTensors.From(Batch.Of(TinyModels.Examples()));

        var forced = model.TeachSampled(data.Source, data.SourceLengths, data.TargetInput, 1, new SeededRandom(1)).Logits;
        var free = model.TeachSampled(data.Source, data.SourceLengths, data.TargetInput, 0, new SeededRandom(1)).Logits;

        Near.Equal(model.call(data.Source, data.SourceLengths, data.TargetInput), forced, 0);
        // The first step sees the same start; a later one sees the model's own word.
        Near.Equal(forced.select(1, 0), free.select(1, 0), Rounding);
        Assert.True((forced.select(1, 3) - free.select(1, 3)).abs().max().ToDouble() > 1e-3);
    }

    [Fact]
    public void A_bridge_that_does_not_fit_is_refused_with_the_remedy()
    {
        var model = new Seq2SeqModel(
            new RecurrentEncoder(11, 5, 4), new PlainDecoder(new DecoderOptions(11, 6, 9)), new PassBridge());
        var data = BatchTensors.From(Batch.Of(TinyModels.Examples()));

        var error = Assert.Throws<ArgumentException>(() => model.call(data.Source, data.SourceLengths, data.TargetInput));

        Assert.Equal(
            "PlainDecoder.Start: got a state of 1 layer(s) x 8 features, without memory; expected 1 x 9, without. "
            + "A LinearBridge fits the sizes. (Parameter 'first')", error.Message);
    }

    [Fact]
    public void The_memory_of_padding_is_not_in_the_summary()
    {
        var memory = tensor(new float[] { 1, 2, 100, 3, 4, 5 }).view(2, 3, 1);
        var output = new EncoderOutput(memory, RecurrentEncoder.MaskOf(tensor(new long[] { 2, 3 }), 3), null);

        Assert.Equal([1.5, 4], Near.Values(output.Summary));
    }
}
