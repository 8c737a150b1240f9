using Benchmarks.Workloads;

namespace Benchmarks.Models;

/// <summary>Luong et al. 2015: bidirectional LSTM encoder, global dot or general attention, input feeding if asked.</summary>
internal sealed class Luong : Seq2SeqModel
{
    private readonly bool _feeding;
    private readonly Embedding src_embed;
    private readonly Embedding tgt_embed;
    private readonly LSTM encoder;
    private readonly LSTM decoder;
    private readonly Linear? key;
    private readonly Linear combine;
    private readonly Linear @out;
    private readonly List<Tensor> _steps = [];

    public Luong(Workload c)
        : base(nameof(Luong))
    {
        var (h, embed) = (c.Int("hidden"), c.Int("embed"));
        _feeding = c.Flag("input_feeding");
        src_embed = nn.Embedding(c.Int("src_vocab"), embed, padding_idx: WorkloadFile.Pad);
        tgt_embed = nn.Embedding(c.Int("tgt_vocab"), embed, padding_idx: WorkloadFile.Pad);
        encoder = nn.LSTM(embed, h / 2, batchFirst: true, bidirectional: true);
        decoder = nn.LSTM(embed + (_feeding ? h : 0), h, batchFirst: true);
        key = c.Text("score") == "general" ? nn.Linear(h, h, hasBias: false) : null;
        combine = nn.Linear(2 * h, h, hasBias: false);
        @out = nn.Linear(h, c.Int("tgt_vocab"));
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor lengths, Tensor input)
    {
        var (memory, state) = Encode(source, lengths);
        var embedded = tgt_embed.call(input);
        if (!_feeding)
        {
            var (output, _, _) = decoder.call(embedded, (state.Hidden, state.Cell));
            return @out.call(Attend(output, memory));
        }

        _steps.Clear();
        for (var t = 0; t < input.size(1); t++)
        {
            (var attentional, state) = Advance(embedded.narrow(1, t, 1), memory, state);
            _steps.Add(attentional);
        }

        return @out.call(cat(_steps, 1));
    }

    public override (Memory Memory, Tensor[] State) Start(Tensor source, Tensor lengths)
    {
        var (memory, state) = Encode(source, lengths);
        return (memory, [state.Hidden, state.Cell, state.Fed]);
    }

    public override Embedding TargetEmbedding => tgt_embed;

    public override Linear Output => @out;

    public override (Tensor Features, Tensor[] State) Step(
        Tensor ids, Memory memory, Tensor[] state, TokenInputs tokens, Branches? from = null)
    {
        var before = !_feeding ? null : from is null ? state[2][0] : state[2][0].index_select(0, from.Rows);
        var (output, hidden, cell) = FusedOps.step_from(decoder, tokens, ids.view(-1), before, (state[0], state[1]), from?.Rows);
        var fed = Attend(output.view(ids.size(0), ids.size(1), -1), memory).view(ids.numel(), -1);
        return (fed, _feeding ? [hidden, cell, fed.unsqueeze(0)] : [hidden, cell]);
    }

    private (Memory Memory, (Tensor Hidden, Tensor Cell, Tensor Fed) State) Encode(Tensor source, Tensor lengths)
    {
        var packed = nn.utils.rnn.pack_padded_sequence(src_embed.call(source), lengths, batch_first: true, enforce_sorted: false);
        var (output, h, c) = encoder.call(packed, null);
        var (values, _) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true, total_length: source.size(1));
        var hidden = cat([h[0], h[1]], -1).unsqueeze(0);
        var cell = cat([c[0], c[1]], -1).unsqueeze(0);
        var padding = source.eq(WorkloadFile.Pad).unsqueeze(1);
        var keys = key is null ? values : key.call(values);
        // A search asks at every step: turned over once, as the product of one query wants them.
        if (!is_grad_enabled())
            keys = keys.transpose(1, 2).contiguous().transpose(1, 2);
        return (new Memory(values, keys, padding), (hidden, cell, zeros_like(hidden)));
    }

    private (Tensor Attentional, (Tensor Hidden, Tensor Cell, Tensor Fed) State) Advance(
        Tensor embedded, Memory memory, (Tensor Hidden, Tensor Cell, Tensor Fed) state)
    {
        var x = _feeding ? cat([embedded, state.Fed.transpose(0, 1)], -1) : embedded;
        var (output, hidden, cell) = decoder.call(x, (state.Hidden, state.Cell));
        var fed = Attend(output, memory);
        return (fed, (hidden, cell, fed.view(1, embedded.size(0), -1)));
    }

    private Tensor Attend(Tensor queries, Memory memory)
    {
        var scores = bmm(queries, memory.Keys!.transpose(1, 2)).masked_fill(memory.Padding!, -1e9);
        var context = bmm(softmax(scores, -1), memory.Values);
        return tanh(combine.call(cat([context, queries], -1)));
    }
}
