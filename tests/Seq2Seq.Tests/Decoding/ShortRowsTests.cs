using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Decoding;

/// <summary>A search looks at the best tokens of each row, in shares; looking at whole rows of all sentences gives the same.</summary>
public sealed class ShortRowsTests
{
    private const int Size = 300;
    private static readonly long[][] s_sources = [.. Enumerable.Range(0, 70).Select(i => new long[] { 4 + i % 6, 4 + i % 5, 1 + i % 2, 3 }[(i % 3)..])];

    public static TheoryData<int> Options => [.. Enumerable.Range(0, All.Length)];

    private static BeamOptions[] All =>
    [
        new() { MaximumLength = 9 },
        new() { MaximumLength = 9, Width = 3, Best = 3, LengthPenalty = 0.6, MinimumLength = 4 },
        new() { MaximumLength = 12, Width = 4, NoRepeat = 1, Forbidden = [5, 7, 7, 20] },
        new() { MaximumLength = 12, Width = 4, NoRepeat = 2, MinimumLength = 12 },
        new() { MaximumLength = 7, Width = 2, RecordTree = true, Prefix = [9, 8] },
        new() { MaximumLength = 7, Width = 6, Required = [[11, 12]] },
    ];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_beam_search_finds_the_same(int which)
    {
        var asked = All[which];
        foreach (var (model, vocabulary) in Models())
        {
            var whole = BeamSearch.Decode(model, s_sources, asked with { Allowed = _ => Ids(vocabulary) });

            var found = BeamSearch.Decode(model, s_sources, asked);

            for (var i = 0; i < s_sources.Length; i++)
            {
                AssertEqual(whole[i], found[i]);
                Assert.Equal(whole[i].Tree?.Nodes, found[i].Tree?.Nodes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_greedy_search_finds_the_same(int which)
    {
        SearchOptions asked = All[which];
        foreach (var (model, vocabulary) in Models())
        {
            var whole = GreedySearch.Decode(model, s_sources, asked with { Allowed = _ => Ids(vocabulary) });

            var found = GreedySearch.Decode(model, s_sources, asked);

            for (var i = 0; i < s_sources.Length; i++) AssertEqual(whole[i], found[i]);
        }
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Every_kind_of_model_finds_the_same(string kind)
    {
        var model = TinyModels.Create(kind);
        model.eval();
        var sources = s_sources.Select(source => source.Select(id => Math.Min(id, TinyModels.Vocabulary - 1)).ToArray()).ToArray();
        var asked = new BeamOptions { Width = 3, Best = 2, MaximumLength = 8 };

        var whole = BeamSearch.Decode(model, sources, asked with { Allowed = _ => Ids(TinyModels.Vocabulary) });
        var found = BeamSearch.Decode(model, sources, asked);

        for (var i = 0; i < sources.Length; i++) AssertEqual(whole[i], found[i]);
    }

    private static IEnumerable<(IStepwise Model, int Vocabulary)> Models()
    {
        yield return (new RandomTableModel(Size, 5), Size);
        manual_seed(3);
        var model = new Seq2SeqModel(
            new RecurrentEncoder(12, 6, 4, CellKind.Gru),
            new LuongDecoder(new DecoderOptions(Size, 6, 8), new GeneralAttention(8, 8), inputFeeding: true));
        model.eval();
        yield return (model, Size);
    }

    private static IEnumerable<long> Ids(int vocabulary) =>
        Enumerable.Range(0, vocabulary).Select(id => (long)id).Where(id => id is not (Vocabulary.PadId or Vocabulary.StartId));

    private static void AssertEqual(SearchResult expected, SearchResult actual)
    {
        Assert.Equal(expected.Hypotheses.Count, actual.Hypotheses.Count);
        for (var i = 0; i < expected.Hypotheses.Count; i++)
        {
            var (whole, found) = (expected.Hypotheses[i], actual.Hypotheses[i]);
            Assert.Equal(whole.Ids, found.Ids);
            Assert.Equal(whole.LogProbability, found.LogProbability);
            Assert.Equal(whole.Score, found.Score);
            Assert.Equal(whole.IsFinished, found.IsFinished);
            Assert.Equal(whole.Attention, found.Attention);
        }
    }
}
