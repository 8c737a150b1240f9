using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Models;

/// <summary>Small models of every kind, and a batch with padding.</summary>
internal static class TinyModels
{
    public const int Vocabulary = 11;

    private static VocabularyClasses Classes => VocabularyClasses.AtCutoffs(Vocabulary, 6, 9);

    public static IEnumerable<string> Kinds =>
    [
        "plain gru", "plain lstm", "plain rnn", "context", "bahdanau additive", "bahdanau coverage", "bahdanau two layers", "luong dot",
        "luong scaled", "luong general", "luong concat", "luong feeding", "luong multi-head", "luong local-m", "luong local-p",
        "luong lstm feeding", "cells", "transformer", "transformer post-norm learned", "transformer over gru", "tied", "zero bridge",
        "adaptive", "adaptive transformer",
    ];

    public static TheoryData<string> All => [.. Kinds];

    public static Seq2SeqModel Create(string kind, int seed = 1)
    {
        manual_seed(seed);
        var gru = new DecoderOptions(Vocabulary, 6, 8);
        var lstm = gru with { Kind = CellKind.Lstm };
        Encoder Reader(CellKind cell = CellKind.Gru, int layers = 1) => new RecurrentEncoder(Vocabulary, 5, 4, cell, layers);
        var options = new TransformerOptions(8, Heads: 2, Layers: 2, FeedForward: 12) { Dropout = 0 };
        var learned = options with { NormFirst = false, Positions = PositionKind.Learned, MaximumLength = 20 };
        return kind switch
        {
            "plain gru" => new Seq2SeqModel(Reader(), new PlainDecoder(gru)),
            "plain lstm" => new Seq2SeqModel(Reader(CellKind.Lstm, 2), new PlainDecoder(lstm with { Layers = 2 }), new PassBridge(2, true)),
            "plain rnn" => new Seq2SeqModel(Reader(CellKind.Rnn), new PlainDecoder(gru with { Kind = CellKind.Rnn })),
            "context" => new Seq2SeqModel(Reader(), new ContextDecoder(gru, 8)),
            "bahdanau additive" => new Seq2SeqModel(Reader(), new BahdanauDecoder(gru, new AdditiveAttention(8, 8))),
            "bahdanau coverage" => new Seq2SeqModel(Reader(), new BahdanauDecoder(gru, new CoverageAttention(8, 8))),
            "bahdanau two layers" => new Seq2SeqModel(
                Reader(layers: 2), new BahdanauDecoder(gru with { Layers = 2 }, new AdditiveAttention(8, 8, 5))),
            "luong dot" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new DotAttention(8))),
            "luong scaled" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new DotAttention(8, scaled: true))),
            "luong general" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new GeneralAttention(8, 8))),
            "luong concat" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new ConcatAttention(8, 8))),
            "luong feeding" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new GeneralAttention(8, 8), inputFeeding: true)),
            "luong multi-head" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new MultiHeadAttention(8, 8, heads: 2))),
            "luong local-m" => new Seq2SeqModel(
                Reader(), new LuongDecoder(gru, new LocalAttention(new DotAttention(8), 2, predictive: false))),
            "luong local-p" => new Seq2SeqModel(Reader(), new LuongDecoder(gru, new LocalAttention(new GeneralAttention(8, 8), 2))),
            "luong lstm feeding" => new Seq2SeqModel(
                Reader(CellKind.Lstm), new LuongDecoder(lstm, new DotAttention(8), inputFeeding: true)),
            "cells" => new Seq2SeqModel(
                new RecurrentEncoder(
                    nn.Embedding(Vocabulary, 5),
                    new CellRecurrence(CellKind.Lstm, 5, 4, new CellOptions { Bidirectional = true, LayerNorm = true })),
                new BahdanauDecoder(
                    gru with
                    {
                        Recurrence = new CellRecurrence(
                            CellKind.Gru, 14, 8, new CellOptions { Layers = 2, Residual = true, LayerNorm = true }),
                    },
                    new AdditiveAttention(8, 8))),
            "transformer" => new Seq2SeqModel(
                new SelfAttentionEncoder(Vocabulary, options), new SelfAttentionDecoder(Vocabulary, options)),
            "transformer post-norm learned" => new Seq2SeqModel(
                new SelfAttentionEncoder(Vocabulary, learned), new SelfAttentionDecoder(Vocabulary, learned, tieWeights: true)),
            "transformer over gru" => new Seq2SeqModel(Reader(), new SelfAttentionDecoder(Vocabulary, options)),
            "tied" => new Seq2SeqModel(Reader(), new PlainDecoder(gru with { TieWeights = true })),
            "adaptive" => new Seq2SeqModel(
                Reader(), new BahdanauDecoder(gru with { Classes = Classes }, new AdditiveAttention(8, 8))),
            "adaptive transformer" => new Seq2SeqModel(
                new SelfAttentionEncoder(Vocabulary, options), new SelfAttentionDecoder(Vocabulary, options, classes: Classes)),
            "zero bridge" => new Seq2SeqModel(
                Reader(), new BahdanauDecoder(gru, new AdditiveAttention(8, 8)), new ZeroBridge(8)),
            _ => throw new ArgumentException(kind),
        };
    }

    /// <summary>Four sentences of lengths 5, 2, 7 and 1 with targets of other lengths.</summary>
    public static Example[] Examples() =>
    [
        new([4, 5, 6, 7, 3], [8, 9, 3], 0), new([10, 3], [4, 5, 6, 7, 8, 3], 1), new([5, 5, 6, 6, 7, 7, 3], [9, 3], 2),
        new([3], [10, 10, 10, 3], 3),
    ];
}
