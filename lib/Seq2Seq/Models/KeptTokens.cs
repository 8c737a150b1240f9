namespace Seq2Seq.Models;

/// <summary>What one search keeps of the tokens it reads: their part of the recurrent layers' input, which depends on nothing else.</summary>
/// <remarks>It goes along with the state, for one thread. When the search is over, a step computes all of its input again.</remarks>
internal sealed class KeptTokens : IDisposable
{
#if TORCHSHARP
    public bool IsInUse => false;

    public void Dispose() { }
#else
    private Tensor? _table;
    private TokenInputs? _inputs;
    private bool _isOver;

    public bool IsInUse => _inputs is not null;

    /// <summary>What is kept of the tokens of this table (V, E); null if it is not the table of this search, or the search is over.</summary>
    public TokenInputs? Of(Tensor table)
    {
        if (_isOver) return null;
        _inputs ??= new TokenInputs(_table = table);
        return ReferenceEquals(_table, table) ? _inputs : null;
    }

    public void Dispose()
    {
        _inputs?.Dispose();
        (_inputs, _isOver) = (null, true);
    }
#endif

    /// <summary>This state, from which every step will use what is kept here, if its decoder can.</summary>
    public DecoderState Into(DecoderState state) => state is RecurrentDecoderState recurrent ? recurrent with { Tokens = this } : state;
}
