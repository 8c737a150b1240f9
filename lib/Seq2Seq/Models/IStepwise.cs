namespace Seq2Seq.Models;

/// <summary>What a search needs of a model: a start, and steps. Ensembles and toy models in tests implement it too.</summary>
public interface IStepwise
{
    /// <summary>How many tokens it chooses from.</summary>
    long VocabularySize { get; }

    /// <summary>The state before the first token, for source ids (B, S) of these real lengths (B).</summary>
    DecoderState Start(Tensor source, Tensor lengths);

    /// <summary>Reads one token per sequence, (B), and scores the next.</summary>
    DecoderStep Step(Tensor ids, DecoderState state);
}
