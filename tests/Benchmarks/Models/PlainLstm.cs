using Benchmarks.Workloads;

namespace Benchmarks.Models;

/// <summary>Encoder and decoder without attention (Sutskever et al. 2014); the encoder's last state starts the decoder.</summary>
internal sealed class PlainLstm : Seq2SeqModel
{
    private readonly Embedding src_embed;
    private readonly Embedding tgt_embed;
    private readonly LSTM encoder;
    private readonly LSTM decoder;
    private readonly Linear @out;

    public PlainLstm(Workload c)
        : base(nameof(PlainLstm))
    {
        var (embed, hidden, layers, dropout) = (c.Int("embed"), c.Int("hidden"), c.Int("layers"), c.Number("dropout"));
        src_embed = nn.Embedding(c.Int("src_vocab"), embed, padding_idx: WorkloadFile.Pad);
        tgt_embed = nn.Embedding(c.Int("tgt_vocab"), embed, padding_idx: WorkloadFile.Pad);
        encoder = nn.LSTM(embed, hidden, layers, batchFirst: true, dropout: dropout);
        decoder = nn.LSTM(embed, hidden, layers, batchFirst: true, dropout: dropout);
        @out = nn.Linear(hidden, c.Int("tgt_vocab"));
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor lengths, Tensor input)
    {
        var (_, h, cell) = encoder.call(src_embed.call(source), null);
        var (output, _, _) = decoder.call(tgt_embed.call(input), (h, cell));
        return @out.call(output);
    }
}
