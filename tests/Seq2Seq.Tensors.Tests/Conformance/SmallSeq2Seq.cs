namespace Seq2Seq.Tensors.Conformance;

/// <summary>The model of Fixtures/seq2seq_small: nested modules, a 0-d parameter and an integer buffer.</summary>
internal sealed class SmallSeq2Seq : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Encoding encoder = new();
    private readonly Decoding decoder = new();
    private readonly Parameter scale = nn.Parameter(torch.tensor(1f));
    private readonly Tensor steps = torch.tensor(0L);

    public SmallSeq2Seq()
        : base(nameof(SmallSeq2Seq))
    {
        register_buffer("steps", steps);
        register_parameter("scale", scale);
        register_module("encoder", encoder);
        register_module("decoder", decoder);
    }

    public override Tensor forward(Tensor source, Tensor target) => decoder.call(target, encoder.call(source)) * scale;

    private sealed class Encoding : nn.Module<Tensor, Tensor>
    {
        private readonly Embedding emb = nn.Embedding(7, 3, padding_idx: 0);
        private readonly GRU rnn = nn.GRU(3, 4, batchFirst: true);

        public Encoding()
            : base(nameof(Encoding)) => RegisterComponents();

        public override Tensor forward(Tensor source) => rnn.call(emb.call(source)).Item2;
    }

    private sealed class Decoding : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Embedding emb = nn.Embedding(6, 3, padding_idx: 0);
        private readonly GRU rnn = nn.GRU(3, 4, batchFirst: true);
        private readonly LayerNorm norm = nn.LayerNorm(4);
        private readonly Linear head = nn.Linear(4, 6);

        public Decoding()
            : base(nameof(Decoding)) => RegisterComponents();

        public override Tensor forward(Tensor target, Tensor state) =>
            head.call(norm.call(rnn.call(emb.call(target), state).Item1));
    }
}
