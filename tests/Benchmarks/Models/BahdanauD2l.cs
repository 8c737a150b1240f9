using Benchmarks.Workloads;
using Seq2Seq.Models;

namespace Benchmarks.Models;

/// <summary>Two-layer GRUs with masked additive attention that the decoder's top state queries.</summary>
internal sealed class BahdanauD2l : Seq2SeqModel
{
    private readonly Embedding src_embed;
    private readonly Embedding tgt_embed;
    private readonly Dropout dropout;
    private readonly GRU encoder;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear score;
    private readonly GRU decoder;
    private readonly Linear @out;
    private readonly List<Tensor> _outputs = [];

    public BahdanauD2l(Workload c)
        : base(nameof(BahdanauD2l))
    {
        var (h, embed, layers, drop) = (c.Int("hidden"), c.Int("embed"), c.Int("layers"), c.Number("dropout"));
        src_embed = nn.Embedding(c.Int("src_vocab"), embed);
        tgt_embed = nn.Embedding(c.Int("tgt_vocab"), embed);
        dropout = nn.Dropout(drop);
        encoder = nn.GRU(embed, h, layers, dropout: drop);
        query = nn.Linear(h, h, hasBias: false);
        key = nn.Linear(h, h, hasBias: false);
        score = nn.Linear(h, 1, hasBias: false);
        decoder = nn.GRU(embed + h, h, layers, dropout: drop);
        @out = nn.Linear(h, c.Int("tgt_vocab"));
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor lengths, Tensor input)
    {
        var (encoded, state) = encoder.call(src_embed.call(source.transpose(0, 1)), null);
        var memory = encoded.transpose(0, 1);
        var real = arange(source.size(1)).lt(lengths.unsqueeze(1));
        var embedded = tgt_embed.call(input.transpose(0, 1));
        _outputs.Clear();
        for (var t = 0; t < input.size(1); t++)
        {
            // As published: the keys are projected in every step.
            var weights = dropout.call(AdditiveWeights.Of(query.call(state[-1]).unsqueeze(1), key.call(memory), score, real, -1e6));
            var context = bmm(weights, memory).squeeze(1);
            (var output, state) = decoder.call(cat([context, embedded[t]], -1).unsqueeze(0), state);
            _outputs.Add(output);
        }

        return @out.call(cat(_outputs, 0)).transpose(0, 1);
    }
}
