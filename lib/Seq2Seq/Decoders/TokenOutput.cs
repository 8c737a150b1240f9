namespace Seq2Seq.Models;

/// <summary>Turns features into one score per token of the vocabulary.</summary>
/// <remarks>
/// logits = W x + b. Tied (Press and Wolf 2017), W is the target embedding itself; features of another size are mapped to its size first.
/// </remarks>
public sealed class TokenOutput : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor>? _tied;
    private readonly Linear? project;
    private readonly Linear? map;
    private readonly Parameter? bias;

    /// <summary>An output of its own, (V, F).</summary>
    public TokenOutput(long features, long vocabularySize) : base(nameof(TokenOutput))
    {
        project = nn.Linear(features, vocabularySize);
        RegisterComponents();
    }

    /// <summary>An output tied to an embedding (V, E), which stays the property of whoever made it.</summary>
    public TokenOutput(long features, Embedding tied) : base(nameof(TokenOutput))
    {
        var (vocabularySize, size) = (tied.weight.size(0), tied.weight.size(1));
        // Held in a closure, not in a field: a field would register the embedding a second time.
        _tied = () => tied.weight;
        if (features != size) map = nn.Linear(features, size, hasBias: false);
        bias = nn.Parameter(zeros(vocabularySize));
        bias.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>True if the weights are the embedding's.</summary>
    public bool IsTied => _tied is not null;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (project is not null) return project.call(input);
        return nn.functional.linear(map is null ? input : map.call(input), _tied!(), bias);
    }
}
