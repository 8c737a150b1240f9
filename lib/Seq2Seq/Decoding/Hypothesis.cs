namespace Seq2Seq.Decoding;

/// <summary>One output of a search.</summary>
/// <param name="Ids">Its tokens, without the mark of the end.</param>
/// <param name="LogProbability">log p of the tokens and, if it is finished, of the end.</param>
/// <param name="Score">What the search ranks by: the log-probability with its penalties.</param>
/// <param name="IsFinished">False if it was cut off at the greatest length.</param>
/// <param name="Attention">Weights over the source for every token and the end, (T, S); null for a model without attention.</param>
public sealed record Hypothesis(
    IReadOnlyList<long> Ids, double LogProbability, double Score, bool IsFinished, float[,]? Attention);

/// <summary>What a search found for one sentence, the best first.</summary>
public sealed record SearchResult(IReadOnlyList<Hypothesis> Hypotheses, SearchTree? Tree = null)
{
    /// <summary>The best of them.</summary>
    public Hypothesis Best => Hypotheses[0];
}

/// <summary>Everything a beam search looked at, for drawing. Node 0 is the start.</summary>
public sealed record SearchTree(IReadOnlyList<SearchNode> Nodes);

/// <summary>A token the search considered.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Parent">The node it continues; −1 for the start.</param>
/// <param name="Token">Its id.</param>
/// <param name="Depth">How many tokens lead to it.</param>
/// <param name="LogProbability">log p of the whole path.</param>
/// <param name="IsKept">False if the beam was full of better ones.</param>
/// <param name="IsEnd">True for the mark of the end.</param>
public sealed record SearchNode(
    int Index, int Parent, long Token, int Depth, double LogProbability, bool IsKept, bool IsEnd);
