using Seq2Seq.Decoding;

namespace Seq2Seq.Tests.Decoding;

public sealed class RequiredTests
{
    private const int Size = 7;
    private static readonly long[][] s_sources = [[4, 3], [5, 5, 3], [6, 3], [1, 4, 5, 3]];

    public static TheoryData<string, int> Demands => new()
    {
        { "6", 1 }, { "6", 5 }, { "4 5", 1 }, { "4 5", 3 }, { "5 5 6", 4 }, { "6|4", 2 }, { "6 4|5 4", 2 }, { "4 5|5 6", 6 },
    };

    [Theory]
    [MemberData(nameof(Demands))]
    public void Every_output_contains_what_is_required(string demand, int width)
    {
        for (var seed = 1L; seed <= 5; seed++)
        {
            var options = new BeamOptions { Width = width, Best = width, MaximumLength = 12, Required = Phrases(demand) };

            foreach (var result in BeamSearch.Decode(new RandomTableModel(Size, seed), s_sources, options))
            {
                Assert.All(result.Hypotheses.Where(hypothesis => hypothesis.IsFinished), hypothesis => Assert.True(Holds(hypothesis.Ids, demand)));
                Assert.True(Holds(result.Best.Ids, demand), string.Join(' ', result.Best.Ids));
            }
        }
    }

    [Theory]
    [InlineData("6", 1, 0.0)]
    [InlineData("4 5", 2, 0.0)]
    [InlineData("6|4", 3, 0.6)]
    [InlineData("5 5", 4, 1.0)]
    public void A_wide_beam_finds_the_best_of_all_outputs_that_hold_it(string demand, long seed, double lengthPenalty)
    {
        var model = new RandomTableModel(Size, seed);
        const int MaximumLength = 4;
        var options = new BeamOptions
        {
            Width = 900,
            Best = 3,
            MaximumLength = MaximumLength,
            LengthPenalty = lengthPenalty,
            Required = Phrases(demand),
        };

        var found = BeamSearch.Decode(model, s_sources, options);

        for (var i = 0; i < s_sources.Length; i++)
        {
            var all = AllOutputs.Of(model, s_sources[i][0], MaximumLength).Where(x => Holds(x.Ids, demand))
                .Select(x => (x.Ids, Score: x.LogProbability / Math.Pow((5 + x.Ids.Length + 1) / 6.0, lengthPenalty)))
                .OrderByDescending(x => x.Score).Take(3).ToArray();
            for (var n = 0; n < 3; n++)
            {
                Assert.Equal(all[n].Ids, found[i].Hypotheses[n].Ids);
                Assert.Equal(all[n].Score, found[i].Hypotheses[n].Score, 1e-6);
            }
        }
    }

    [Fact]
    public void What_costs_nothing_changes_nothing()
    {
        // An output that holds the phrase anyway is found as if nothing had been required.
        var model = new RandomTableModel(Size, 2);
        var free = BeamSearch.Decode(model, s_sources, new BeamOptions { Width = 900, MaximumLength = 4 });

        for (var i = 0; i < s_sources.Length; i++)
        {
            if (free[i].Best.Ids.Count == 0) continue;
            var held = BeamSearch.Decode(model, [s_sources[i]], new BeamOptions
            {
                Width = 900,
                MaximumLength = 4,
                Required = [[free[i].Best.Ids[0]]],
            })[0];
            Assert.Equal(free[i].Best.Ids, held.Best.Ids);
        }

        Assert.Contains(free, result => result.Best.Ids.Count > 0);
    }

    [Fact]
    public void What_cannot_be_met_is_refused()
    {
        var tooLong = Assert.Throws<ArgumentException>(() => BeamSearch.Decode(
            new RandomTableModel(Size, 1), s_sources, new BeamOptions { MaximumLength = 3, Required = Phrases("4 5|6") }));
        var empty = Assert.Throws<ArgumentException>(() => BeamSearch.Decode(
            new RandomTableModel(Size, 1), s_sources, new BeamOptions { Required = [[]] }));

        Assert.Equal(
            "BeamSearch: got required phrases of 3 tokens for outputs of at most 3 with the end; raise MaximumLength or require less. "
            + "(Parameter 'options')", tooLong.Message);
        Assert.Equal(
            "BeamOptions.Required: got an empty phrase; expected at least one token in each. Leave the phrase out. (Parameter 'phrases')",
            empty.Message);
    }

    private static long[][] Phrases(string demand) =>
        [.. demand.Split('|').Select(phrase => phrase.Split(' ').Select(id => id[0] - '0' + 0L).ToArray())];

    // By text search: nothing of the code under test.
    private static bool Holds(IEnumerable<long> ids, string demand) =>
        demand.Split('|').All(phrase => $" {string.Join(' ', ids)} ".Contains($" {phrase} ", StringComparison.Ordinal));
}
