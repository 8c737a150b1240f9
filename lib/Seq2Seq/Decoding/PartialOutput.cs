namespace Seq2Seq.Decoding;

/// <summary>A partial output as a chain from its last token back to the start: continuing it copies nothing.</summary>
internal sealed class PartialOutput
{
    private readonly PartialOutput? _parent;
    private readonly float[]? _attention;

    private PartialOutput(PartialOutput? parent, long token, double logProbability, float[]? attention, int node)
    {
        (_parent, Token, LogProbability, _attention, Node) = (parent, token, logProbability, attention, node);
        Length = parent is null ? 0 : parent.Length + 1;
    }

    public long Token { get; }

    public int Length { get; }

    public double LogProbability { get; }

    /// <summary>Its place in the recorded tree.</summary>
    public int Node { get; }

    public static PartialOutput Start(long token) => new(null, token, 0, null, 0);

    public PartialOutput Continue(long token, double logProbability, float[]? attention, int node = 0) =>
        new(this, token, logProbability, attention, node);

    /// <summary>The tokens, the start not among them.</summary>
    public long[] Tokens()
    {
        var tokens = new long[Length];
        for (var path = this; path._parent is not null; path = path._parent) tokens[path.Length - 1] = path.Token;
        return tokens;
    }

    /// <summary>The weights of every step, (T, S).</summary>
    public float[,]? Attention()
    {
        if (_attention is null) return null;
        var weights = new float[Length, _attention.Length];
        for (var path = this; path._parent is not null; path = path._parent)
        {
            for (var s = 0; s < path._attention!.Length; s++) weights[path.Length - 1, s] = path._attention[s];
        }

        return weights;
    }

    /// <summary>This path as a result; the end, if it has one, is cut off.</summary>
    public Hypothesis ToHypothesis(double score, bool isFinished)
    {
        var tokens = Tokens();
        return new Hypothesis(isFinished ? tokens[..^1] : tokens, LogProbability, score, isFinished, Attention());
    }
}
