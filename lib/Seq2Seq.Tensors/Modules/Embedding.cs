using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>A table of vectors, one per token: y[…, :] = W[x[…], :].</summary>
/// <remarks>The row at <c>padding_idx</c> starts at zero and gets no gradient.</remarks>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleByFrequency;

    internal Embedding(
        long count, long dimensions, long? paddingIndex, double? maxNorm, double normType, bool scaleByFrequency, ScalarType? dtype)
        : this(paddingIndex, maxNorm, normType, scaleByFrequency, count)
    {
        if (count < 0 || dimensions < 0)
        {
            throw new ArgumentException(
                $"Embedding: sizes must not be negative, got {count} rows of {dimensions}; give (tokens, dimensions).");
        }

        var table = RegisterWeight("weight", WeightDraw.Normal([count, dimensions], dtype));
        if (_paddingIndex is { } row)
        {
            using var _ = no_grad();
            table[row].zero_();
        }
    }

    internal Embedding(Tensor table, bool freeze, long? paddingIndex, double? maxNorm, double normType, bool scaleByFrequency)
        : this(paddingIndex, maxNorm, normType, scaleByFrequency, table.size(0))
    {
        var weight = new Parameter(table.detach().clone(), !freeze);
        weight.DetachFromDisposeScope();
        register_parameter("weight", weight);
    }

    private Embedding(long? paddingIndex, double? maxNorm, double normType, bool scaleByFrequency, long count)
        : base(nameof(Embedding))
    {
        if (paddingIndex is { } row && (row >= count || row < -count))
        {
            throw new ArgumentException(
                $"Padding_idx must be within num_embeddings: got {row} for {count} rows; use a row of the table.",
                nameof(paddingIndex));
        }

        _paddingIndex = paddingIndex < 0 ? paddingIndex + count : paddingIndex;
        _maxNorm = maxNorm;
        _normType = normType;
        _scaleByFrequency = scaleByFrequency;
    }

    /// <summary>The table (tokens, dimensions).</summary>
    public Parameter weight
    {
        get => OwnParameter("weight")!;
        set => ReplaceParameter("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.embedding(
        input, weight, _paddingIndex, _maxNorm, _normType, _scaleByFrequency);
}
