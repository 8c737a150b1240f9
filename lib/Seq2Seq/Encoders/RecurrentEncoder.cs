namespace Seq2Seq.Models;

/// <summary>Embeds the source and reads it with recurrent layers, in one direction or in both.</summary>
/// <remarks>Sutskever et al. 2014 (one direction); Bahdanau et al. 2015, A.2.1 (both: h_s = [h→_s; h←_s]).</remarks>
public sealed class RecurrentEncoder : Encoder
{
    private readonly Embedding embedding;
    private readonly Recurrence recurrence;
    private readonly Dropout dropout;

    /// <summary>An encoder on the engine's fused layers.</summary>
    public RecurrentEncoder(
        long vocabularySize, long embeddingSize, long hiddenSize, CellKind kind = CellKind.Gru, int layers = 1,
        bool bidirectional = true, double dropout = 0)
        : this(
            nn.Embedding(vocabularySize, embeddingSize, padding_idx: Text.Vocabulary.PadId),
            new FusedRecurrence(kind, embeddingSize, hiddenSize, layers, bidirectional, dropout), dropout)
    {
    }

    /// <summary>An encoder of given parts.</summary>
    public RecurrentEncoder(Embedding embedding, Recurrence recurrence, double dropout = 0)
        : base(nameof(RecurrentEncoder), recurrence.OutputSize)
    {
        this.embedding = embedding;
        this.recurrence = recurrence;
        this.dropout = nn.Dropout(dropout);
        RegisterComponents();
    }

    /// <summary>The source embedding, (V, E).</summary>
    public Embedding SourceEmbedding => embedding;

    /// <summary>The recurrent layers.</summary>
    public Recurrence Recurrence => recurrence;

    /// <inheritdoc/>
    public override EncoderOutput forward(Tensor source, Tensor lengths)
    {
        var embedded = dropout.call(embedding.call(source));
        var result = recurrence.Run(embedded, lengths: lengths);
        return new EncoderOutput(result.Output, MaskOf(lengths, source.size(1)), result.Final);
    }
}
