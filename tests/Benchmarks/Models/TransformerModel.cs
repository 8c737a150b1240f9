using Benchmarks.Workloads;

namespace Benchmarks.Models;

/// <summary>nn.Transformer (Vaswani et al. 2017) with sinusoidal positions, padding masks and a causal mask.</summary>
internal sealed class TransformerModel : Seq2SeqModel
{
    private readonly double _scale;
    private readonly Embedding src_embed;
    private readonly Embedding tgt_embed;
    private readonly Dropout dropout;
    private readonly Transformer core;
    private readonly Linear @out;
    private readonly Tensor _positions;
    private readonly Tensor _causal;

    public TransformerModel(Workload c)
        : base(nameof(TransformerModel))
    {
        var (d, length) = (c.Int("embed"), Math.Max(c.Int("src_len"), c.Int("tgt_len")));
        _scale = Math.Sqrt(d);
        src_embed = nn.Embedding(c.Int("src_vocab"), d, padding_idx: WorkloadFile.Pad);
        tgt_embed = nn.Embedding(c.Int("tgt_vocab"), d, padding_idx: WorkloadFile.Pad);
        dropout = nn.Dropout(c.Number("dropout"));
        core = nn.Transformer(
            d, c.Int("heads"), c.Int("layers"), c.Int("layers"), c.Int("ffn"), c.Number("dropout"));
        @out = nn.Linear(d, c.Int("tgt_vocab"));
        var rates = exp(arange(0, d, 2).to(ScalarType.Float32) * (-Math.Log(10000.0) / d));
        var angles = arange(length).to(ScalarType.Float32).unsqueeze(1) * rates;
        _positions = stack([angles.sin(), angles.cos()], -1).view(length, d);
        _causal = ones(c.Int("tgt_len"), c.Int("tgt_len")).triu(1).to(ScalarType.Bool);
        RegisterComponents();
    }

    public override Tensor forward(Tensor source, Tensor lengths, Tensor input)
    {
        var padding = source.eq(WorkloadFile.Pad);
        var mask = zeros_like(_causal, ScalarType.Float32).masked_fill(_causal, double.NegativeInfinity);
        var output = core.call(
            Embed(src_embed, source), Embed(tgt_embed, input), null, mask, null, padding, input.eq(WorkloadFile.Pad), padding);
        return @out.call(output.transpose(0, 1));
    }

    // (T, B, E): this Transformer has time first.
    private Tensor Embed(Embedding table, Tensor ids) =>
        dropout.call(table.call(ids) * _scale + _positions.narrow(0, 0, ids.size(1))).transpose(0, 1);
}
