using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Decoding;

public sealed class SearchTests
{
    // Padding, unknown, start, end and three words: 4 choices a step with the unknown token.
    private const int Size = 7;
    private static readonly long[][] s_sources = [[4, 3], [5, 5, 3], [6, 3], [1, 4, 5, 3]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Beam_one_equals_greedy(long seed)
    {
        var model = new RandomTableModel(Size, seed);

        var greedy = GreedySearch.Decode(model, s_sources, new SearchOptions { MaximumLength = 6 });
        var beam = BeamSearch.Decode(model, s_sources, new BeamOptions { Width = 1, MaximumLength = 6 });

        for (var i = 0; i < s_sources.Length; i++)
        {
            Assert.Equal(greedy[i].Best.Ids, beam[i].Best.Ids);
            Assert.Equal(greedy[i].Best.LogProbability, beam[i].Best.LogProbability);
            Assert.Equal(greedy[i].Best.IsFinished, beam[i].Best.IsFinished);
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Beam_one_equals_greedy_on_every_kind_of_model(string kind)
    {
        var model = TinyModels.Create(kind);
        model.eval();

        var greedy = GreedySearch.Decode(model, s_sources, new SearchOptions { MaximumLength = 8 });
        var beam = BeamSearch.Decode(model, s_sources, new BeamOptions { Width = 1, MaximumLength = 8 });

        for (var i = 0; i < s_sources.Length; i++) Assert.Equal(greedy[i].Best.Ids, beam[i].Best.Ids);
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.0)]
    [InlineData(3, 1.0)]
    [InlineData(4, 0.6)]
    public void A_wide_beam_finds_the_best_of_all_outputs(long seed, double lengthPenalty)
    {
        var model = new RandomTableModel(Size, seed);
        const int MaximumLength = 4;
        var asked = new BeamOptions { Width = 400, Best = 5, MaximumLength = MaximumLength, LengthPenalty = lengthPenalty };

        var found = BeamSearch.Decode(model, s_sources, asked);

        for (var i = 0; i < s_sources.Length; i++)
        {
            var all = AllOutputs.Of(model, s_sources[i][0], MaximumLength)
                .Select(x => (x.Ids, Score: x.LogProbability / Math.Pow((5 + x.Ids.Length + 1) / 6.0, lengthPenalty)))
                .OrderByDescending(x => x.Score).Take(5).ToArray();
            for (var n = 0; n < 5; n++)
            {
                Assert.Equal(all[n].Ids, found[i].Hypotheses[n].Ids);
                Assert.Equal(all[n].Score, found[i].Hypotheses[n].Score, 1e-6);
            }
        }
    }

    [Fact]
    public void A_sentence_finds_the_same_alone_and_in_company()
    {
        var model = TinyModels.Create("bahdanau additive", seed: 4);
        model.eval();
        var options = new BeamOptions { Width = 3, Best = 3, MaximumLength = 7, LengthPenalty = 1 };

        var together = BeamSearch.Decode(model, s_sources, options);

        for (var i = 0; i < s_sources.Length; i++)
        {
            var alone = BeamSearch.Decode(model, [s_sources[i]], options)[0];
            Assert.Equal(alone.Hypotheses.Select(h => string.Join(' ', h.Ids)), together[i].Hypotheses.Select(h => string.Join(' ', h.Ids)));
        }
    }

    [Fact]
    public void The_log_probability_is_that_of_the_model()
    {
        var model = TinyModels.Create("luong feeding", seed: 2);
        model.eval();
        var best = BeamSearch.Decode(model, [s_sources[1]], new BeamOptions { MaximumLength = 6 })[0].Best;
        long[] output = best.IsFinished ? [.. best.Ids, Vocabulary.EndId] : [.. best.Ids];
        long[] input = [Vocabulary.StartId, .. output[..^1]];

        using var noGradient = no_grad();
        var logits = model.call(
            tensor(s_sources[1]).unsqueeze(0), tensor(new long[] { s_sources[1].Length }), tensor(input).unsqueeze(0));
        var cost = TokenLoss.SequenceNegativeLogLikelihood(logits, tensor(output).unsqueeze(0)).ToDouble();

        Assert.Equal(-cost, best.LogProbability, 1e-4);
        Assert.Equal((output.Length, s_sources[1].Length), (best.Attention!.GetLength(0), best.Attention.GetLength(1)));
    }

    [Fact]
    public void Repetition_can_be_forbidden()
    {
        var model = new RandomTableModel(Size, 5);
        var options = new BeamOptions { Width = 4, MaximumLength = 12, MinimumLength = 8, NoRepeat = 2 };

        foreach (var result in BeamSearch.Decode(model, s_sources, options))
        {
            var pairs = result.Best.Ids.Zip(result.Best.Ids.Skip(1)).ToArray();
            Assert.Equal(pairs.Length, pairs.Distinct().Count());
            Assert.True(result.Best.Ids.Count >= 8);
        }
    }

    [Fact]
    public void Constraints_bind()
    {
        var model = new RandomTableModel(Size, 6);
        var options = new BeamOptions
        {
            Width = 3,
            MaximumLength = 6,
            Prefix = [5, 4],
            Forbidden = [1],
            Allowed = soFar => soFar.Count >= 4 ? [Vocabulary.EndId] : [4, 6],
        };

        foreach (var result in BeamSearch.Decode(model, s_sources, options))
        {
            Assert.Equal([5L, 4L], result.Best.Ids.Take(2));
            Assert.Equal(4, result.Best.Ids.Count);
            Assert.DoesNotContain(5, result.Best.Ids.Skip(2));
            Assert.True(result.Best.IsFinished);
        }
    }

    [Fact]
    public void A_token_that_the_model_does_not_have_is_refused_by_name()
    {
        var model = new RandomTableModel(Size, 6);

        var forbidden = Assert.Throws<ArgumentException>(() => BeamSearch.Decode(model, s_sources, new BeamOptions { Forbidden = [4, Size] }));
        var begun = Assert.Throws<ArgumentException>(() => GreedySearch.Decode(model, s_sources, new SearchOptions { Prefix = [-1] }));

        Assert.Equal($"Forbidden: got token {Size}, but the model has {Size} tokens; take ids from 0 to {Size - 1}.", forbidden.Message);
        Assert.Equal($"Prefix: got token -1, but the model has {Size} tokens; take ids from 0 to {Size - 1}.", begun.Message);
    }

    [Fact]
    public void The_tree_holds_every_kept_path_and_what_was_pruned()
    {
        var model = new RandomTableModel(Size, 7);

        var result = BeamSearch.Decode(model, [s_sources[0]], new BeamOptions { Width = 2, MaximumLength = 4, RecordTree = true })[0];

        var nodes = result.Tree!.Nodes;
        Assert.Contains(nodes, node => !node.IsKept);
        Assert.All(nodes.Skip(1), node =>
        {
            Assert.Equal(nodes[node.Parent].Depth + 1, node.Depth);
            Assert.True(nodes[node.Parent].IsKept && !nodes[node.Parent].IsEnd);
            Assert.True(node.LogProbability <= nodes[node.Parent].LogProbability);
        });
        Assert.All(nodes.GroupBy(node => node.Depth), level => Assert.True(level.Count(node => node.IsKept) <= 2));
        var path = result.Best.Ids.Append(Vocabulary.EndId).ToArray();
        var last = nodes.Where(node => node.IsEnd && node.IsKept)
            .Single(node => Math.Abs(node.LogProbability - result.Best.LogProbability) < 1e-12);
        Assert.Equal(path.Length, last.Depth);
    }

    [Fact]
    public void Samples_come_as_often_as_their_probability_says()
    {
        var logs = new[] { Math.Log(0.5), Math.Log(0.3), Math.Log(0.15), Math.Log(0.05) }.Select(x => (float)x).ToArray();

        Equal([0.5, 0.3, 0.15, 0.05], Sampling.Distribution(logs, new SamplingOptions()));
        Equal([0.625, 0.375, 0, 0], Sampling.Distribution(logs, new SamplingOptions { TopK = 2 }));
        // 0.5 + 0.3 + 0.15 is the first sum of at least 0.9.
        Equal([0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0], Sampling.Distribution(logs, new SamplingOptions { TopP = 0.9 }));
        // Temperature 1/2 squares: 0.25, 0.09, 0.0225, 0.0025 over their sum 0.365.
        Equal([0.25 / 0.365, 0.09 / 0.365, 0.0225 / 0.365, 0.0025 / 0.365],
            Sampling.Distribution(logs, new SamplingOptions { Temperature = 0.5 }));
    }

    [Fact]
    public void A_cold_sample_is_greedy_and_a_seed_repeats_itself()
    {
        var model = new RandomTableModel(Size, 8);
        var options = new SamplingOptions { MaximumLength = 6 };

        var greedy = GreedySearch.Decode(model, s_sources, options);
        var cold = Sampling.Decode(model, s_sources, options with { Temperature = 1e-4 });
        var first = Sampling.Decode(model, s_sources, options with { Seed = 3 });
        var again = Sampling.Decode(model, s_sources, options with { Seed = 3 });

        for (var i = 0; i < s_sources.Length; i++)
        {
            Assert.Equal(greedy[i].Best.Ids, cold[i].Best.Ids);
            Assert.Equal(first[i].Best.Ids, again[i].Best.Ids);
        }
    }

    [Fact]
    public void An_ensemble_averages_probabilities()
    {
        var (a, b) = (new RandomTableModel(Size, 9), new RandomTableModel(Size, 10));
        var both = new Ensemble(a, b);
        var start = tensor(new long[] { Vocabulary.StartId });
        var (source, lengths) = (tensor(s_sources[0]).unsqueeze(0), tensor(new long[] { 2 }));

        var mean = both.Step(start, both.Start(source, lengths)).Logits.exp();

        var expected = (a.Step(start, a.Start(source, lengths)).Logits.softmax(-1)
            + b.Step(start, b.Start(source, lengths)).Logits.softmax(-1)) / 2.0;
        Near.Equal(expected, mean, 1e-6);
    }

    [Fact]
    public void A_coverage_penalty_prefers_what_looked_everywhere()
    {
        var model = TinyModels.Create("bahdanau additive", seed: 3);
        model.eval();
        var options = new BeamOptions
        {
            Width = 10,
            Best = 10,
            CoveragePenalty = 0.5,
            Allowed = soFar => soFar.Count < 3 ? [4, 5, 6] : [Vocabulary.EndId],
        };

        var found = BeamSearch.Decode(model, [s_sources[3]], options)[0];

        foreach (var hypothesis in found.Hypotheses.Where(h => h.IsFinished && h.Ids.Count > 0))
        {
            var penalty = 0.0;
            for (var s = 0; s < 4; s++)
            {
                var covered = 0.0;
                for (var t = 0; t < hypothesis.Ids.Count; t++) covered += hypothesis.Attention![t, s];
                penalty += Math.Log(Math.Min(covered, 1));
            }

            Assert.Equal(hypothesis.LogProbability + 0.5 * penalty, hypothesis.Score, 1e-5);
        }

        Assert.Contains(found.Hypotheses, h => h.IsFinished && h.Ids.Count > 0);
    }

    [Fact]
    public void More_outputs_than_the_beam_holds_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            BeamSearch.Decode(new RandomTableModel(Size, 1), s_sources, new BeamOptions { Width = 2, Best = 3 }));

        Assert.Equal("BeamSearch: got width 2 and the 3 best; expected 1 <= Best <= Width. (Parameter 'options')", error.Message);
    }

    private static void Equal(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-6);
    }
}
