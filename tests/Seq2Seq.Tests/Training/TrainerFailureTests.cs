#pragma warning disable xUnit1051 // These runs take a second: no need to cancel them.

using Seq2Seq.Models;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class TrainerFailureTests
{
    [Fact]
    public void A_step_too_large_stops_with_its_number_and_the_first_bad_tensor()
    {
        manual_seed(1);
        var model = ReverseRuns.Model();

        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(model, ReverseRuns.Options with
        {
            Optimizer = Optimizers.Sgd(),
            ClipNorm = null,
            LearningRate = LearningRate.Of(step => step == 2 ? double.PositiveInfinity : 0.01),
        }).Fit(ReverseRuns.Examples));

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

        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(model, ReverseRuns.Options).Fit(ReverseRuns.Examples));

        Assert.Equal((1, expected), (error.Step, error.TensorName));
    }

    [Fact]
    public void No_examples_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Trainer(ReverseRuns.Model()).Fit([]));

        Assert.Equal("Trainer.Fit: got no training examples; expected at least one. (Parameter 'train')", error.Message);
    }
}
