using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>Turns features into one score per token of the vocabulary.</summary>
/// <remarks>
/// logits = W x + b. Tied (Press and Wolf 2017), W is the target embedding itself; features of another size are mapped to its size first.
/// Over classes (Grave et al. 2017) the scores are log-probabilities: a softmax leaves them as they are, so losses and searches need not know.
/// </remarks>
public sealed class TokenOutput : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor>? _tied;
    private readonly Linear? project;
    private readonly Linear? map;
    private readonly Parameter? bias;
    private readonly AdaptiveSoftmax? adaptive;

    /// <summary>An output of its own, (V, F).</summary>
    public TokenOutput(long features, long vocabularySize) : base(nameof(TokenOutput))
    {
        TokenCount = vocabularySize;
        project = nn.Linear(features, vocabularySize);
        RegisterComponents();
    }

    /// <summary>An output tied to an embedding (V, E), which stays the property of whoever made it.</summary>
    public TokenOutput(long features, Embedding tied) : base(nameof(TokenOutput))
    {
        var (vocabularySize, size) = (tied.weight.size(0), tied.weight.size(1));
        TokenCount = vocabularySize;
        // Held in a closure, not in a field: a field would register the embedding a second time.
        _tied = () => tied.weight;
        if (features != size) map = nn.Linear(features, size, hasBias: false);
        bias = nn.Parameter(zeros(vocabularySize));
        bias.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>An output in two steps, the class and the token in it: few weights for rare tokens.</summary>
    public TokenOutput(long features, VocabularyClasses classes) : base(nameof(TokenOutput))
    {
        TokenCount = classes.TokenCount;
        adaptive = new AdaptiveSoftmax(features, classes);
        RegisterComponents();
    }

    /// <summary>The softmax over classes, where it is one.</summary>
    public AdaptiveSoftmax? Adaptive => adaptive;

    /// <summary>How many tokens it scores: V.</summary>
    internal long TokenCount { get; }

    /// <summary>The output that is asked for: over classes, tied, or of its own.</summary>
    internal static TokenOutput Create(string owner, long features, Embedding embedding, bool isTied, VocabularyClasses? classes)
    {
        var vocabularySize = embedding.weight.size(0);
        if (classes is null)
        {
            return isTied ? new TokenOutput(features, embedding) : new TokenOutput(features, vocabularySize);
        }

        if (isTied || classes.TokenCount != vocabularySize)
        {
            throw new ArgumentException(
                $"{owner}: got classes of {classes.TokenCount} tokens for a vocabulary of {vocabularySize}{(isTied ? ", and tied weights" : "")}; "
                + "expected classes of the whole vocabulary, and weights of their own.", nameof(classes));
        }

        return new TokenOutput(features, classes);
    }

    /// <summary>True if the weights are the embedding's.</summary>
    public bool IsTied => _tied is not null;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (adaptive is not null) return adaptive.call(input);
        if (project is not null) return project.call(input);
        return nn.functional.linear(map is null ? input : map.call(input), _tied!(), bias);
    }

    /// <summary>The best log-probabilities of each row, in falling order, and whose they are; null where only all scores tell.</summary>
    /// <remarks>Of equal ones the smaller id comes first. topk leaves that open: where the engine has no such choice, there is none.</remarks>
    internal (Tensor Values, Tensor Tokens)? Best(Tensor input, int count)
    {
#if TORCHSHARP
        return null;
#else
        var isFused = adaptive is null && count < TokenCount && input.dtype == ScalarType.Float32 && !FusedOps.has_hooks(this);
        if (!isFused) return null;
        return project is not null
            ? FusedOps.linear_log_softmax_topk(input, project.weight, project.bias, count)
            : FusedOps.linear_log_softmax_topk(map is null ? input : map.call(input), _tied!(), bias, count);
#endif
    }
}
