#pragma warning disable xUnit1051 // A run of a few steps: no need to cancel it.

using Seq2Seq.Decoding;
using Seq2Seq.Embeddings;
using Seq2Seq.Metrics;
using Seq2Seq.Plots;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Decoding;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Plots;

public sealed class PlotTests
{
    private static readonly TrainingHistory s_history = Run(1);

    [Fact]
    public void The_loss_shows_every_step_and_every_measured_epoch()
    {
        using var drawn = new Drawn(TrainingPlots.Loss(s_history));

        Assert.Equal(["training", "validation"], drawn.Names);
        Assert.Equal(s_history.Steps.Select(step => step.Loss), drawn.Of("training", "y"), new Close());
        Assert.Equal(s_history.Epochs.Select(epoch => (double)epoch.Step), drawn.Of("validation", "x"));
        Assert.Equal(s_history.Epochs.Select(epoch => epoch.ValidationLoss), drawn.Of("validation", "y"), new Close());
        Assert.Equal(("step", "loss (nats per token)"), (drawn.X, drawn.Y));
    }

    [Fact]
    public void Runs_are_compared_as_trailing_means()
    {
        var other = Run(2);

        using var drawn = new Drawn(TrainingPlots.Compare([("one", s_history), ("two", other)], window: 2));

        Assert.Equal(["one", "two"], drawn.Names);
        var losses = other.Steps.Select(step => step.Loss).ToArray();
        Assert.Equal(losses[0], drawn.Of("two", "y")[0], 1e-5);
        Assert.Equal((losses[4] + losses[5]) / 2, drawn.Of("two", "y")[5], 1e-5);
    }

    [Fact]
    public void The_learning_rate_and_the_gradient_norm_are_those_of_the_steps()
    {
        using var rate = new Drawn(TrainingPlots.LearningRate(s_history));
        using var norm = new Drawn(TrainingPlots.GradientNorm(s_history, clip: 1));

        // Warmed up over four steps to 0.005.
        Assert.Equal([0.00125, 0.0025, 0.00375, 0.005, 0.005, 0.005], rate.Of("rate", "y").Take(6), new Close());
        Assert.Equal(s_history.Steps.Select(step => step.GradientNorm), norm.Of("gradient", "y"), new Close());
        Assert.True(norm.IsLog("yaxis"));
        Assert.Contains("clipped above", norm.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_by_layer_name_every_parameter()
    {
        var linear = nn.Linear(2, 1);
        (linear.call(tensor(new[,] { { 3f, 4f } })) * 2.0).sum().backward();

        using var drawn = new Drawn(GradientPlots.ByLayer(linear));

        // d(2 (w · x + b)): (6, 8) for the weight, 2 for the bias.
        Assert.Equal(["weight", "bias"], drawn.Ticks("yaxis"));
        Assert.Equal([10.0, 2.0], drawn.Of("gradient", "x"), new Close());
    }

    [Fact]
    public void Gradients_by_lag_are_logarithmic()
    {
        using var drawn = new Drawn(GradientPlots.ByLag([("RNN", [1, 0.1, 0.01]), ("LSTM", [1, 0.9, 0.8])]));

        Assert.Equal(["RNN", "LSTM"], drawn.Names);
        Assert.Equal([0.0, 1, 2], drawn.Of("RNN", "x"));
        Assert.Equal([1, 0.1, 0.01], drawn.Of("RNN", "y"));
        Assert.True(drawn.IsLog("yaxis"));
        Assert.Equal("lag (steps)", drawn.X);
    }

    [Fact]
    public void An_attention_map_has_a_row_per_target_token_and_leaves_padding_out()
    {
        float[,] weights = { { 0.75f, 0.25f, 0 }, { 0.5f, 0.5f, 0 } };

        using var drawn = new Drawn(AttentionPlots.Map(weights, ["ja", "<eos>"], ["yes", "<eos>"]));
        using var same = new Drawn(AttentionPlots.Map(tensor(weights), ["ja", "<eos>"], ["yes", "<eos>"]));

        Assert.Equal([[0.75, 0.25], [0.5, 0.5]], drawn.Cells);
        Assert.Equal(drawn.Cells, same.Cells);
        Assert.Equal(["yes", "&lt;eos&gt;"], drawn.Ticks("yaxis"));
        Assert.Equal(["ja", "&lt;eos&gt;"], drawn.Ticks("xaxis"));
        Assert.Equal(("source", "target"), (drawn.X, drawn.Y));
    }

    [Fact]
    public void A_decoded_sentence_is_drawn_with_the_weights_of_its_search()
    {
        var model = TinyModels.Create("bahdanau additive");
        model.eval();
        var best = BeamSearch.Decode(model, [[4, 5, 3]], new BeamOptions { MaximumLength = 5 })[0].Best;
        string[] said = [.. best.Ids.Select(id => $"w{id}"), .. best.IsFinished ? ["<eos>"] : Array.Empty<string>()];

        using var drawn = new Drawn(AttentionPlots.Map(best, ["a", "b", "<eos>"], said));

        Assert.Equal(said.Length, drawn.Cells.Length);
        Assert.Equal(best.Attention![0, 1], drawn.Cells[0][1], 1e-6);
        // Each row is a distribution over the source; float32.
        Assert.All(drawn.Cells, row => Assert.Equal(1, row.Sum(), 1e-5));
    }

    [Fact]
    public void Weights_too_few_for_the_tokens_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => AttentionPlots.Map(new float[1, 2], ["a", "b", "c"], ["x"]));

        Assert.Equal(
            "AttentionPlots.Map: got weights for 1 target and 2 source tokens; expected at least 1 and 3. Pass the tokens the model saw "
            + "(with <eos> if it did). (Parameter 'weights')", error.Message);
    }

    [Fact]
    public void A_gold_alignment_tells_sure_from_possible()
    {
        var pair = AlignedPair.Parse("我 喜欢 它\tI like it\t0-0 1-1 2?2");

        using var drawn = new Drawn(AttentionPlots.Alignment(pair));

        Assert.Equal([[1, 0, 0], [0, 1, 0], [0, 0, 0.5]], drawn.Cells);
    }

    [Fact]
    public void Scores_by_length_come_with_their_intervals()
    {
        int[] lengths = [.. Enumerable.Repeat(1, 6), .. Enumerable.Repeat(4, 6), 9];
        string[] references = [.. Enumerable.Range(0, 13).Select(i => $"this is sentence number {i} of many")];
        string[] hypotheses = [.. references.Select((text, i) => i is >= 6 and < 9 ? "all wrong here" : text)];

        using var drawn = new Drawn(ScorePlots.ByLength(new ExactMatch(), lengths, hypotheses, references));

        // Bins of three: 0 to 2 and 3 to 5; a bin with one sentence has no interval worth the name and is left out.
        Assert.Equal([1.0, 4], drawn.Of("ExactMatch", "x"));
        Assert.Equal([100.0, 50], drawn.Of("ExactMatch", "y").Select(value => value > 1 ? value : 100 * value), new Close());
        Assert.Contains("source tokens", drawn.X, StringComparison.Ordinal);
    }

    [Fact]
    public void Calibration_sets_what_was_claimed_against_what_came()
    {
        using var drawn = new Drawn(ScorePlots.Calibration([0.91, 0.95, 0.12, 0.18], [true, false, false, false]));

        Assert.Equal([0.15, 0.93], drawn.Of("model", "x"), new Close());
        Assert.Equal([0, 0.5], drawn.Of("model", "y"), new Close());
        Assert.Equal(("probability given", "share right"), (drawn.X, drawn.Y));
    }

    [Fact]
    public void A_beam_tree_shows_what_was_kept_what_ended_and_what_was_pruned()
    {
        var result = BeamSearch.Decode(
            new RandomTableModel(7, 7), [[4, 3]], new BeamOptions { Width = 2, MaximumLength = 4, RecordTree = true })[0];

        using var drawn = new Drawn(ScorePlots.Tree(result.Tree!, id => $"w{id}"));
        var text = ScorePlots.TreeText(result.Tree!, id => $"w{id}");

        var nodes = result.Tree!.Nodes.Skip(1).ToArray();
        Assert.Equal(nodes.Count(node => node.IsKept && !node.IsEnd), drawn.Of("kept", "x").Length);
        Assert.Equal(nodes.Where(node => !node.IsKept).Select(node => node.LogProbability), drawn.Of("pruned", "y"), new Close());
        Assert.Equal(nodes.Where(node => !node.IsKept).Select(node => $"w{node.Token}"), drawn.Labels("pruned"));
        Assert.Equal(nodes.Length, text.Split('\n').Length);
        Assert.Equal(nodes.Count(node => !node.IsKept), text.Split('\n').Count(line => line.EndsWith(" x", StringComparison.Ordinal)));
    }

    [Fact]
    public void Points_lie_on_the_axes_of_greatest_variance()
    {
        // A cross: four units along x = y, one across.
        double[][] points = [[2, 2], [-2, -2], [0.5, -0.5], [-0.5, 0.5]];

        using var drawn = new Drawn(VectorPlots.Points(points, ["long", "long", "short", "short"]));

        Assert.Equal(["long", "short"], drawn.Names);
        Assert.Equal(2 * Math.Sqrt(2), Math.Abs(drawn.Of("long", "x")[0]), 1e-5);
        Assert.All(drawn.Of("long", "y"), value => Assert.Equal(0, value, 1e-5));
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(drawn.Of("short", "y")[0]), 1e-5);
        // 16 of 17 parts of the variance.
        Assert.Equal("axis 1 (94% of the variance)", drawn.X);
    }

    [Fact]
    public void Words_are_drawn_in_their_groups()
    {
        var vocabulary = Vocabulary.FromList(["cat", "dog", "one", "two"]);
        var table = new float[vocabulary.Count, 3];
        (table[4, 0], table[5, 0], table[6, 1], table[7, 1]) = (1, 1.1f, 1, 1.1f);
        var vectors = new WordVectors(vocabulary, tensor(table));

        using var drawn = new Drawn(VectorPlots.Words(vectors, [("animals", ["cat", "dog"]), ("numbers", ["one", "two"])]));

        Assert.Equal(["animals", "numbers"], drawn.Names);
        Assert.Equal(["cat", "dog"], drawn.Labels("animals"));
        // The first axis parts the groups.
        Assert.True(drawn.Of("animals", "x").Max() < drawn.Of("numbers", "x").Min()
            || drawn.Of("animals", "x").Min() > drawn.Of("numbers", "x").Max());
    }

    private static TrainingHistory Run(long seed)
    {
        manual_seed(seed);
        var examples = TinyModels.Examples();
        return new Trainer(TinyModels.Create("plain gru"), new TrainerOptions
        {
            Epochs = 4,
            Seed = seed,
            Batching = new RandomBatching(2),
            LearningRate = LearningRate.Constant(5e-3).WarmUp(4),
        }).Fit(examples, examples);
    }

    // A figure rounds to six digits.
    private sealed class Close : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-5 * Math.Max(1, Math.Abs(x));

        public int GetHashCode(double value) => 0;
    }
}
