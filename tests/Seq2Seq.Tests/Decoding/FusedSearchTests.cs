using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Decoding;

/// <summary>A search that keeps what follows from a token and never writes the logits out finds what a plain one finds: the same bits.</summary>
public sealed class FusedSearchTests
{
    private const int Size = 150;
    private static readonly long[][] s_sources = [.. Enumerable.Range(0, 40).Select(i => new long[] { 4 + i % 6, 4 + i % 5, 1 + i % 2, 3 }[(i % 3)..])];

    public static TheoryData<string> Kinds =>
    [
        "gru", "gru, 2 layers", "lstm", "lstm, 2 layers", "rnn", "cells", "context", "context, lstm", "additive", "additive, lstm, 2 layers", "coverage",
        "dot", "general, feeding", "general, feeding, lstm", "tied", "tied through a map", "classes", "self-attention",
    ];

    private static BeamOptions[] Options =>
    [
        new() { Width = 1, MaximumLength = 8 },
        new() { Width = 4, Best = 4, MaximumLength = 8, LengthPenalty = 0.6 },
        new() { Width = 4, MaximumLength = 1 },
        new() { Width = 4, MaximumLength = 9, MinimumLength = 9, NoRepeat = 2 },
        new() { Width = 3, MaximumLength = 7, Forbidden = [5, 9, 20], Prefix = [9, 8], RecordTree = true },
        new() { Width = 6, MaximumLength = 7, Required = [[11, 12]] },
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_beam_search_finds_the_same(string kind)
    {
        using var model = Create(kind);
        foreach (var sources in new[] { s_sources, s_sources[..1] })
        {
            foreach (var asked in Options) AssertSame(model, sources, asked);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_beam_wider_than_the_vocabulary_finds_the_same(string kind)
    {
        using var model = Create(kind);

        AssertSame(model, s_sources[..2], new BeamOptions { Width = Size + 10, Best = 3, MaximumLength = 3 });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Greedy_search_and_sampling_find_the_same(string kind)
    {
        using var model = Create(kind);
        var (greedy, sampled) = (new SearchOptions { MaximumLength = 12, NoRepeat = 1 }, new SamplingOptions { MaximumLength = 6, TopK = 20 });

        AssertEqual(GreedySearch.Decode(new Plain(model), s_sources, greedy), GreedySearch.Decode(model, s_sources, greedy));
        AssertEqual(Sampling.Decode(new Plain(model), s_sources, sampled), Sampling.Decode(model, s_sources, sampled));
    }

    [Theory]
    [InlineData("gru")]
    [InlineData("tied")]
    [InlineData("additive")]
    public void Of_tokens_that_score_alike_the_same_are_taken(string kind)
    {
        using var model = Create(kind);
        using (no_grad())
        {
            foreach (var (name, weight) in model.Decoder.named_parameters())
            {
                // Blocks of tokens with equal rows, and so with equal scores.
                if (weight.size(0) == Size) weight.copy_(weight.index_select(0, arange(Size).div(8, RoundingMode.floor).to_type(int64)));
            }
        }

        foreach (var asked in Options) AssertSame(model, s_sources, asked);
    }

    [Fact]
    public void Weights_that_change_between_two_searches_are_noticed()
    {
        using var model = Create("additive, lstm, 2 layers");
        var before = BeamSearch.Decode(model, s_sources, Options[1]);
        foreach (var parameter in model.Decoder.parameters())
        {
            using (no_grad()) parameter.mul_(1.5);

            AssertSame(model, s_sources, Options[1]);
        }

        Assert.NotEqual(before[0].Best.Score, BeamSearch.Decode(model, s_sources, Options[1])[0].Best.Score);
    }

    [Theory]
    [InlineData("gru")]
    [InlineData("lstm, 2 layers")]
    public void Dropout_drops_the_same(string kind)
    {
        using var model = Create(kind, dropout: 0.4);
        model.train();
        manual_seed(11);
        var plain = BeamSearch.Decode(new Plain(model), s_sources, Options[1]);
        manual_seed(11);
        var found = BeamSearch.Decode(model, s_sources, Options[1]);

        AssertEqual(plain, found);
    }

    [Theory]
    [InlineData("embedding")]
    [InlineData("output.project")]
    public void A_hook_is_heard(string name)
    {
        using var model = Create("gru");
        var before = BeamSearch.Decode(model, s_sources, Options[1]);
        var watched = model.Decoder.named_modules().Single(entry => entry.name == name).module;
        ((nn.Module<Tensor, Tensor>)watched).register_forward_hook((_, _, y) => y * 1.25);

        AssertSame(model, s_sources, Options[1]);
        Assert.NotEqual(before[0].Best.Score, BeamSearch.Decode(model, s_sources, Options[1])[0].Best.Score);
    }

    [Theory]
    [InlineData("gru")]
    [InlineData("context, lstm")]
    [InlineData("additive")]
    [InlineData("general, feeding")]
    public void A_search_keeps_tokens_until_it_is_over(string kind)
    {
        using var model = Create(kind);
        var watched = new Watched(model, long.MaxValue);

        BeamSearch.Decode(watched, s_sources, Options[3]);

        Assert.True(watched.WasInUse);
        Assert.False(watched.Tokens!.IsInUse);
    }

    [Fact]
    public void A_search_that_throws_half_way_keeps_nothing()
    {
        using var model = Create("gru");
        foreach (var decode in new Action<IStepwise>[] { m => BeamSearch.Decode(m, s_sources, Options[3]), m => GreedySearch.Decode(m, s_sources) })
        {
            var watched = new Watched(model, throwsAt: 2);

            Assert.Throws<InvalidOperationException>(() => decode(watched));

            Assert.True(watched.WasInUse);
            Assert.False(watched.Tokens!.IsInUse);
        }
    }

    [Fact]
    public void A_state_outlives_its_search()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = Create("gru");
        var state = (RecurrentDecoderState)model.Start(ones(2, 3, dtype: int64), tensor(new long[] { 3, 3 }));
        var tokens = new KeptTokens();
        var ids = tensor(new long[] { 4, 5 });
        var kept = model.Step(ids, tokens.Into(state));

        tokens.Dispose();

        Assert.Equal(kept.Logits.data<float>().ToArray(), model.Step(ids, tokens.Into(state)).Logits.data<float>().ToArray());
        Assert.False(tokens.IsInUse);
    }

    private static void AssertSame(Seq2SeqModel model, long[][] sources, BeamOptions asked) =>
        AssertEqual(BeamSearch.Decode(new Plain(model), sources, asked), BeamSearch.Decode(model, sources, asked));

    private static void AssertEqual(IReadOnlyList<SearchResult> expected, IReadOnlyList<SearchResult> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            var (plain, found) = (expected[i].Hypotheses, actual[i].Hypotheses);
            Assert.Equal(plain.Select(x => x.Ids), found.Select(x => x.Ids));
            Assert.Equal(plain.Select(x => (x.LogProbability, x.Score, x.IsFinished)), found.Select(x => (x.LogProbability, x.Score, x.IsFinished)));
            Assert.Equal(plain.Select(x => x.Attention), found.Select(x => x.Attention));
            Assert.Equal(expected[i].Tree?.Nodes, actual[i].Tree?.Nodes);
        }
    }

    private static Seq2SeqModel Create(string kind, double dropout = 0)
    {
        manual_seed(7);
        var encoder = new RecurrentEncoder(12, 12, 16, CellKind.Gru, bidirectional: true);
        var gru = new DecoderOptions(Size, 12, 24) { Dropout = dropout };
        var lstm = gru with { Kind = CellKind.Lstm };
        var attention = new TransformerOptions(16, Heads: 2, Layers: 2, FeedForward: 24) { Dropout = dropout };
        var model = new Seq2SeqModel(encoder, kind switch
        {
            "gru" => new PlainDecoder(gru),
            "gru, 2 layers" => new PlainDecoder(gru with { Layers = 2 }),
            "lstm" => new PlainDecoder(lstm),
            "lstm, 2 layers" => new PlainDecoder(lstm with { Layers = 2 }),
            "rnn" => new PlainDecoder(gru with { Kind = CellKind.Rnn }),
            "cells" => new PlainDecoder(gru with { Recurrence = new CellRecurrence(CellKind.Gru, 12, 24) }),
            "context" => new ContextDecoder(gru, encoder.MemorySize),
            "context, lstm" => new ContextDecoder(lstm, encoder.MemorySize),
            "additive" => new BahdanauDecoder(gru, new AdditiveAttention(24, encoder.MemorySize)),
            "additive, lstm, 2 layers" => new BahdanauDecoder(lstm with { Layers = 2 }, new AdditiveAttention(24, encoder.MemorySize)),
            "coverage" => new BahdanauDecoder(lstm, new CoverageAttention(24, encoder.MemorySize)),
            "dot" => new LuongDecoder(gru with { HiddenSize = encoder.MemorySize }, new DotAttention(encoder.MemorySize)),
            "general, feeding" => new LuongDecoder(gru, new GeneralAttention(24, encoder.MemorySize), inputFeeding: true),
            "general, feeding, lstm" => new LuongDecoder(lstm, new GeneralAttention(24, encoder.MemorySize), inputFeeding: true),
            "tied" => new PlainDecoder(gru with { EmbeddingSize = 24, TieWeights = true }),
            "tied through a map" => new PlainDecoder(gru with { TieWeights = true }),
            "classes" => new PlainDecoder(gru with { Classes = VocabularyClasses.AtCutoffs(Size, 40, 90) }),
            _ => new SelfAttentionDecoder(Size, attention, encoder.MemorySize),
        });
        model.eval();
        return model;
    }

    // Gives all scores, and hides the state, so that nothing is kept along with it.
    private sealed class Plain(Seq2SeqModel model) : IStepwise
    {
        public long VocabularySize => model.VocabularySize;

        public DecoderState Start(Tensor source, Tensor lengths) => new Hidden(model.Start(source, lengths));

        public DecoderStep Step(Tensor ids, DecoderState state)
        {
            var step = model.Step(ids, ((Hidden)state).State);
            return step with { State = new Hidden(step.State) };
        }

        private sealed record Hidden(DecoderState State) : DecoderState
        {
            public override DecoderState Take(Tensor rows) => new Hidden(State.Take(rows));

            public override DecoderState Reorder(Tensor rows) => new Hidden(State.Reorder(rows));
        }
    }

    private sealed class Watched(Seq2SeqModel model, long throwsAt) : IStepwise
    {
        public KeptTokens? Tokens { get; private set; }

        public bool WasInUse { get; private set; }

        public long VocabularySize => model.VocabularySize;

        public DecoderState Start(Tensor source, Tensor lengths) => model.Start(source, lengths);

        public DecoderStep Step(Tensor ids, DecoderState state)
        {
            var given = (RecurrentDecoderState)state;
            Tokens = given.Tokens;
            if (given.Steps == throwsAt) throw new InvalidOperationException("half-way");
            var step = model.Step(ids, state);
            WasInUse |= Tokens!.IsInUse;
            return step;
        }
    }
}
