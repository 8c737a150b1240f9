namespace Seq2Seq.Models;

/// <summary>Token vectors, scaled by √D, with their positions added.</summary>
/// <remarks>
/// Vaswani et al. 2017, 3.4 and 3.5: PE(t, 2i) = sin(t / 10000^(2i/D)), PE(t, 2i+1) = cos of the same. The table drawn from N(0, 1/D), so
/// that the scaled vectors have the size of the positions.
/// </remarks>
public sealed class PositionedEmbedding : nn.Module<Tensor, long, Tensor>
{
    private readonly Embedding embedding;
    private readonly Embedding? places;
    private readonly Dropout dropout;
    private readonly TransformerOptions _options;

    /// <summary>Vectors for a vocabulary of that size.</summary>
    public PositionedEmbedding(long vocabularySize, TransformerOptions options) : base(nameof(PositionedEmbedding))
    {
        _options = options;
        embedding = nn.Embedding(vocabularySize, options.Size, padding_idx: Text.Vocabulary.PadId);
        nn.init.normal_(embedding.weight, 0, 1 / Math.Sqrt(options.Size));
        using (no_grad()) embedding.weight.select(0, Text.Vocabulary.PadId).zero_();
        if (options.Positions == PositionKind.Learned) places = nn.Embedding(options.MaximumLength, options.Size);
        dropout = nn.Dropout(options.Dropout);
        RegisterComponents();
    }

    /// <summary>The table, (V, D).</summary>
    public Embedding Embedding => embedding;

    /// <summary>ids (B, T) that begin at position <paramref name="first"/> give (B, T, D).</summary>
    public override Tensor forward(Tensor ids, long first)
    {
        var vectors = embedding.call(ids) * Math.Sqrt(_options.Size);
        var steps = ids.size(1);
        if (places is not null)
        {
            if (first + steps > _options.MaximumLength)
            {
                throw new ArgumentException(
                    $"PositionedEmbedding: position {first + steps} is beyond the {_options.MaximumLength} learned ones; "
                    + "raise TransformerOptions.MaximumLength or use sinusoidal positions.", nameof(ids));
            }

            vectors = vectors + places.call(arange(first, first + steps));
        }
        else if (_options.Positions == PositionKind.Sinusoidal)
        {
            vectors = vectors + Sinusoids(first, steps, _options.Size).to_type(vectors.dtype);
        }

        return dropout.call(vectors);
    }

    /// <summary>The fixed position vectors from <paramref name="first"/> on, (T, D).</summary>
    public static Tensor Sinusoids(long first, long count, long size)
    {
        // Plain arrays: Math is used on the host only, so the values do not depend on the engine's thread or register count.
        var values = new float[count * size];
        for (var t = 0; t < count; t++)
        {
            for (var i = 0; i < size; i++)
            {
                var angle = (first + t) / Math.Pow(10_000, (i / 2 * 2) / (double)size);
                values[t * size + i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        return tensor(values).view(count, size);
    }
}
