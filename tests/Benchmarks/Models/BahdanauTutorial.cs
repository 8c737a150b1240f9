using Benchmarks.Workloads;
using Seq2Seq.Models;

namespace Benchmarks.Models;

/// <summary>GRU encoder, additive attention without a mask, and a step-by-step GRU decoder, as published tutorials have it.</summary>
internal sealed class BahdanauTutorial : Seq2SeqModel
{
    private readonly bool _cacheKeys;
    private readonly Embedding src_embed;
    private readonly Embedding tgt_embed;
    private readonly Dropout dropout;
    private readonly GRU encoder;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear score;
    private readonly GRU decoder;
    private readonly Linear @out;
    private readonly List<Tensor> _logits = [];

    public BahdanauTutorial(Workload c)
        : base(nameof(BahdanauTutorial))
    {
        var h = c.Int("hidden");
        _cacheKeys = c.Flag("cache_keys");
        src_embed = nn.Embedding(c.Int("src_vocab"), h);
        tgt_embed = nn.Embedding(c.Int("tgt_vocab"), h);
        dropout = nn.Dropout(c.Number("dropout"));
        encoder = nn.GRU(h, h, batchFirst: true);
        query = nn.Linear(h, h);
        key = nn.Linear(h, h);
        score = nn.Linear(h, 1);
        decoder = nn.GRU(2 * h, h, batchFirst: true);
        @out = nn.Linear(h, c.Int("tgt_vocab"));
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor lengths, Tensor input)
    {
        var (memory, state) = Encode(source);
        _logits.Clear();
        for (var t = 0; t < input.size(1); t++)
        {
            (var output, state) = Advance(input.narrow(1, t, 1), memory, state);
            _logits.Add(@out.call(output).view(input.size(0), 1, -1));
        }

        return cat(_logits, 1);
    }

    public override Embedding TargetEmbedding => tgt_embed;

    public override Linear Output => @out;

    public override (Memory Memory, Tensor[] State) Start(Tensor source, Tensor lengths)
    {
        var (memory, state) = Encode(source);
        return (memory, [state]);
    }

    public override (Tensor Features, Tensor[] State) Step(
        Tensor ids, Memory memory, Tensor[] state, TokenInputs tokens, Branches? from = null)
    {
        var queries = query.call(state[0][-1]).unsqueeze(1);
        var keys = KeysOf(memory);
        Tensor contexts;
        if (from is null)
        {
            contexts = bmm(AdditiveWeights.Of(queries, keys, score, mask: null), memory.Values).squeeze(1);
        }
        else
        {
            // The context follows from the state alone.
            var weights = FusedOps.additive_weights(queries, keys, score.weight, score.bias, items: from.Sentences);
            contexts = FusedOps.bmm_of(weights, memory.Values, from.Sentences).squeeze(1).index_select(0, from.Rows);
        }

        var (features, next) = FusedOps.step_from(decoder, tokens, ids.view(-1), contexts, state[0], from?.Rows);
        return (features, [next]);
    }

    private (Memory Memory, Tensor State) Encode(Tensor source)
    {
        var (values, hidden) = encoder.call(dropout.call(src_embed.call(source)), null);
        return (new Memory(values, _cacheKeys ? key.call(values) : null, null), hidden);
    }

    private Tensor KeysOf(Memory memory) => memory.Keys ?? key.call(memory.Values);

    // Output (B · beam, 1, H).
    private (Tensor Output, Tensor State) Advance(Tensor ids, Memory memory, Tensor state)
    {
        var (batch, beam) = (ids.size(0), ids.size(1));
        var keys = KeysOf(memory);
        var embedded = dropout.call(tgt_embed.call(ids));
        var queries = query.call(state[-1]);
        var context = bmm(AdditiveWeights.Of(queries.view(batch, beam, -1), keys, score, mask: null), memory.Values);
        var x = cat([embedded, context], -1).view(batch * beam, 1, -1);
        return decoder.call(x, state);
    }
}
