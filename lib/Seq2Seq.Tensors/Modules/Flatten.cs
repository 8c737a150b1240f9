using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Makes one dimension of several neighbouring ones.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    private readonly (long Start, long End) _dimensions;

    internal Flatten(long start, long end)
        : base(nameof(Flatten)) => _dimensions = (start, end);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(_dimensions.Start, _dimensions.End);
}
