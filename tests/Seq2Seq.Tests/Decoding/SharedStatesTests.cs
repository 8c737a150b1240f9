using Seq2Seq.Decoding;
using Seq2Seq.Models;

namespace Seq2Seq.Tests.Decoding;

/// <summary>A search whose outputs share the states they go on from finds what one finds that copies them: the same numbers.</summary>
public sealed class SharedStatesTests
{
    private const int Size = 60;
    private static readonly long[][] s_sources = [.. Enumerable.Range(0, 20).Select(i => new long[] { 4 + i % 6, 4 + i % 5, 1 + i % 2, 3 }[(i % 3)..])];

    public static TheoryData<string> Kinds => ["additive", "additive, 2 layers", "coverage", "general, input feeding", "dot", "context", "plain", "plain GRU"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_beam_search_finds_the_same(string kind)
    {
        manual_seed(7);
        using var model = Create(kind);
        model.eval();
        foreach (var asked in new BeamOptions[] { new() { MaximumLength = 9, Width = 4, Best = 2 }, new() { MaximumLength = 12, Width = 5, MinimumLength = 12 } })
        {
            var apart = BeamSearch.Decode(new Apart(model), s_sources, asked);

            var found = BeamSearch.Decode(model, s_sources, asked);

            for (var i = 0; i < s_sources.Length; i++)
            {
                Assert.Equal(apart[i].Hypotheses.Select(x => x.Ids), found[i].Hypotheses.Select(x => x.Ids));
                Assert.Equal(apart[i].Hypotheses.Select(x => x.Score), found[i].Hypotheses.Select(x => x.Score));
                Assert.Equal(apart[i].Hypotheses.Select(x => x.Attention), found[i].Hypotheses.Select(x => x.Attention));
            }
        }
    }

    [Fact]
    public void Sequences_name_the_states_that_are_kept()
    {
        var (kept, shared) = SharedStates.Of(tensor(new long[] { 4, 2, 4, 7, 2 }));
        var (all, none) = SharedStates.Of(tensor(new long[] { 1, 0, 3 }));

        Assert.Equal([2, 4, 7], kept.data<long>().ToArray());
        Assert.Equal([1, 0, 1, 2, 0], shared!.Rows.data<long>().ToArray());
        Assert.Equal([1, 0, 3], shared.First.data<long>().ToArray());
        Assert.Equal([1, 0, 3], all.data<long>().ToArray());
        Assert.Null(none);
    }

    [Fact]
    public void A_state_that_is_reordered_twice_is_that_of_both_orders()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = Create("additive");
        model.eval();
        var state = model.Start(ones(4, 3, dtype: int64), tensor(new long[] { 3, 3, 3, 3 }));
        state = model.Step(tensor(new long[] { 4, 5, 6, 7 }), state).State;
        long[] first = [3, 3, 0, 0], second = [1, 2, 2, 0];

        var twice = model.Step(tensor(new long[] { 8, 9, 10, 11 }), state.Reorder(tensor(first)).Take(tensor(second)));

        var once = model.Step(tensor(new long[] { 8, 9, 10, 11 }), Apart.Of(state, tensor(second.Select(row => first[row]).ToArray())));
        Assert.Equal(once.Logits.data<float>().ToArray(), twice.Logits.data<float>().ToArray());
    }

    private static Seq2SeqModel Create(string kind)
    {
        var encoder = new RecurrentEncoder(Size, 12, 16, CellKind.Gru, bidirectional: true);
        var options = new DecoderOptions(Size, 12, 24) { Kind = CellKind.Lstm };
        return new Seq2SeqModel(encoder, kind switch
        {
            "additive" => new BahdanauDecoder(options with { Kind = CellKind.Gru }, new AdditiveAttention(24, encoder.MemorySize)),
            "additive, 2 layers" => new BahdanauDecoder(options with { Layers = 2 }, new AdditiveAttention(24, encoder.MemorySize)),
            "coverage" => new BahdanauDecoder(options, new CoverageAttention(24, encoder.MemorySize)),
            "general, input feeding" => new LuongDecoder(options, new GeneralAttention(24, encoder.MemorySize), inputFeeding: true),
            "dot" => new LuongDecoder(options with { HiddenSize = encoder.MemorySize }, new DotAttention(encoder.MemorySize)),
            "context" => new ContextDecoder(options with { Kind = CellKind.Gru }, encoder.MemorySize),
            "plain" => new PlainDecoder(options),
            _ => new PlainDecoder(options with { Kind = CellKind.Rnn }),
        });
    }

    // Every row has a state of its own, copied.
    private sealed class Apart(Seq2SeqModel model) : IStepwise
    {
        public long VocabularySize => model.VocabularySize;

        public static DecoderState Of(DecoderState state, Tensor rows)
        {
            var given = (RecurrentDecoderState)state;
            Assert.Null(given.Shared);
            return given with
            {
                Recurrent = given.Recurrent.Take(rows),
                Fed = given.Fed?.index_select(0, rows),
                Coverage = given.Coverage?.index_select(0, rows),
                Summary = given.Summary?.index_select(0, rows),
                Memory = given.Memory?.Take(rows),
            };
        }

        public DecoderState Start(Tensor source, Tensor lengths) => new Copied(model.Start(source, lengths));

        public DecoderStep Step(Tensor ids, DecoderState state)
        {
            var step = model.Step(ids, ((Copied)state).State);
            return step with { State = new Copied(step.State) };
        }

        private sealed record Copied(DecoderState State) : DecoderState
        {
            public override DecoderState Take(Tensor rows) => new Copied(Of(State, rows));
        }
    }
}
