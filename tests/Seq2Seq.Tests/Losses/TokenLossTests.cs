using Seq2Seq.Models;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Losses;

public sealed class TokenLossTests
{
    // Two sentences over three classes and padding; the third position of the second is padding.
    private static readonly double[,,] s_logits =
    {
        { { 0, 1, 2, 3 }, { 0, 0.5, 0, -1 }, { 0, 2, 2, 1 } },
        { { 1, 1, 1, 1 }, { 0, 3, 0, 0 }, { 9, 9, 9, 9 } },
    };

    private static readonly long[,] s_targets = { { 3, 2, 1 }, { 2, 1, 0 } };

    [Fact]
    public void Normalisations_divide_the_same_sum()
    {
        var terms = Terms();
        var sum = terms.Cast<double>().Sum();

        Assert.Equal(sum / 5, Loss(new TokenLoss()), 1e-12);
        Assert.Equal(sum / 2, Loss(new TokenLoss { Normalisation = LossNormalisation.Sentence }), 1e-12);
        Assert.Equal(sum, Loss(new TokenLoss { Normalisation = LossNormalisation.Sum }), 1e-12);
        Assert.Equal(
            ((terms[0, 0] + terms[0, 1] + terms[0, 2]) / 3 + (terms[1, 0] + terms[1, 1]) / 2) / 2,
            Loss(new TokenLoss { Normalisation = LossNormalisation.MeanOfSentences }), 1e-12);
    }

    [Fact]
    public void Smoothing_mixes_in_the_mean_over_all_classes()
    {
        const double Epsilon = 0.1;
        var sum = 0.0;
        for (var b = 0; b < 2; b++)
        {
            for (var t = 0; t < 3; t++)
            {
                if (s_targets[b, t] == Vocabulary.PadId) continue;
                sum += (1 - Epsilon) * NegativeLog(b, t, s_targets[b, t]);
                for (var c = 0; c < 4; c++) sum += Epsilon / 4 * NegativeLog(b, t, c);
            }
        }

        Assert.Equal(sum / 5, Loss(new TokenLoss { LabelSmoothing = Epsilon }), 1e-12);
    }

    [Fact]
    public void Class_weights_multiply_the_terms()
    {
        var weights = tensor(new double[] { 1, 2, 3, 4 });
        var terms = Terms();
        var expected = 4 * terms[0, 0] + 3 * terms[0, 1] + 2 * terms[0, 2] + 3 * terms[1, 0] + 2 * terms[1, 1];

        Assert.Equal(
            expected, Loss(new TokenLoss { ClassWeights = weights, Normalisation = LossNormalisation.Sum }), 1e-12);
    }

    [Fact]
    public void A_sequence_costs_the_sum_of_its_tokens()
    {
        var terms = Terms();

        var costs = Near.Values(TokenLoss.SequenceNegativeLogLikelihood(tensor(s_logits), tensor(s_targets)));

        Assert.Equal(terms[0, 0] + terms[0, 1] + terms[0, 2], costs[0], 1e-12);
        Assert.Equal(terms[1, 0] + terms[1, 1], costs[1], 1e-12);
        Assert.Equal(4, TokenLoss.Perplexity(5 * Math.Log(4), 5), 1e-12);
    }

    [Fact]
    public void Coverage_counts_what_was_looked_at_twice()
    {
        // Step 2 looks again where step 1 looked: min(0.5, 1) + min(0.5, 0) = 0.5; step 1 costs nothing.
        var weights = tensor(new[] { 1, 0, 0.5, 0.5 }).view(1, 2, 2);

        var loss = AuxiliaryLosses.Coverage(weights, tensor(new long[,] { { 5, 3 } }));

        Assert.Equal(0.25, loss.ToDouble(), 1e-12);
    }

    [Fact]
    public void Distillation_is_zero_for_the_teacher_itself_and_the_divergence_otherwise()
    {
        var teacher = tensor(new double[] { 0, Math.Log(3) }).view(1, 1, 2);
        var student = tensor(new double[] { 0, 0 }).view(1, 1, 2);
        var targets = tensor(new long[,] { { 1 } });

        Assert.Equal(0, AuxiliaryLosses.Distillation(teacher, teacher, targets, 2).ToDouble(), 1e-12);
        // KL((1/4, 3/4) ‖ (1/2, 1/2)) = 1/4 ln 1/2 + 3/4 ln 3/2
        Assert.Equal(
            0.25 * Math.Log(0.5) + 0.75 * Math.Log(1.5), AuxiliaryLosses.Distillation(student, teacher, targets).ToDouble(), 1e-12);
    }

    [Fact]
    public void An_adaptive_softmax_is_a_distribution_and_its_loss_agrees_with_it()
    {
        manual_seed(1);
        var vocabulary = Vocabulary.FromList(Enumerable.Range(0, 16).Select(i => $"w{i}"));
        var softmax = new AdaptiveSoftmax(8, VocabularyClasses.AtCutoffs(vocabulary, 6, 12));
        var features = randn(5, 8);
        var targets = tensor(new long[] { 0, 5, 6, 13, 19 });

        var logs = softmax.call(features);

        Near.Equal(ones(5), logs.exp().sum(dim: 1), 1e-5);
        var expected = -logs.gather(1, targets.unsqueeze(1)).sum().ToDouble();
        Assert.Equal(expected, softmax.Loss(features, targets).ToDouble(), 1e-4);
    }

    [Fact]
    public void An_adaptive_softmax_is_its_formula()
    {
        manual_seed(2);
        var softmax = new AdaptiveSoftmax(8, VocabularyClasses.AtCutoffs(20, 6, 12), factor: 2);
        var features = randn(1, 8);
        double[] Scores(string name, double[] x) =>
            [.. Near.Values(softmax.get_parameter(name)!).Chunk(x.Length).Select(row => row.Zip(x, (a, b) => a * b).Sum())];
        double[] Softmax(double[] scores) => [.. scores.Select(score => Math.Exp(score) / scores.Sum(Math.Exp))];

        var probabilities = Near.Values(softmax.call(features).exp());

        // Grave et al. 2017: six tokens and two classes in the head; the classes are seen through 4 and 2 of the 8 features.
        var x = Near.Values(features);
        var head = Softmax(Scores("head.weight", x));
        double[] Tail(int i) => Softmax(Scores($"tails.{i}.weight", Scores($"downs.{i}.weight", x)));
        double[] expected = [.. head[..6], .. Tail(0).Select(p => head[6] * p), .. Tail(1).Select(p => head[7] * p)];
        Assert.Equal(4, softmax.get_parameter("downs.0.weight")!.size(0));
        Assert.Equal(2, softmax.get_parameter("downs.1.weight")!.size(0));
        for (var i = 0; i < 20; i++) Assert.Equal(expected[i], probabilities[i], 1e-6);
    }

    [Fact]
    public void Penalties_sum_over_weights_and_leave_biases_alone()
    {
        var linear = nn.Linear(2, 1);
        using (no_grad())
        {
            linear.weight.fill_(-2);
            linear.bias!.fill_(7);
        }

        Assert.Equal(4, AuxiliaryLosses.L1(linear).ToDouble());
        Assert.Equal(8, AuxiliaryLosses.L2(linear).ToDouble());
    }

    private static double Loss(TokenLoss loss) => loss.Compute(tensor(s_logits), tensor(s_targets)).Loss.ToDouble();

    private static double[,] Terms()
    {
        var terms = new double[2, 3];
        for (var b = 0; b < 2; b++)
        {
            for (var t = 0; t < 3; t++)
            {
                if (s_targets[b, t] != Vocabulary.PadId) terms[b, t] = NegativeLog(b, t, s_targets[b, t]);
            }
        }

        return terms;
    }

    private static double NegativeLog(int b, int t, long c)
    {
        var total = 0.0;
        for (var i = 0; i < 4; i++) total += Math.Exp(s_logits[b, t, i]);
        return Math.Log(total) - s_logits[b, t, c];
    }
}
