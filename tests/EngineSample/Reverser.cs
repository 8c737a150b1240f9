namespace EngineSample;

/// <summary>Reads a sequence with a GRU, then says it backwards from its last state alone.</summary>
internal sealed class Reverser : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embed;
    private readonly GRU encoder;
    private readonly GRU decoder;
    private readonly Linear head;

    public Reverser(long symbols, long hidden)
        : base(nameof(Reverser))
    {
        embed = nn.Embedding(symbols, hidden);
        encoder = nn.GRU(hidden, hidden);
        decoder = nn.GRU(hidden, hidden);
        head = nn.Linear(hidden, symbols);
        RegisterComponents();
    }

    // tokens (T, B) → logits (T, B, symbols)
    public override Tensor forward(Tensor tokens)
    {
        var (_, state) = encoder.call(embed.call(tokens));
        var steps = state.expand(tokens.size(0), -1, -1);
        return head.call(decoder.call(steps, state).Item1);
    }
}
