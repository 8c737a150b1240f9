using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>Cross-entropy of logits (M, C) with class numbers (M): the losses (M), or their sum times a scale.</summary>
internal sealed unsafe class CrossEntropyOp : Op
{
    private readonly long _ignore;
    private readonly double _smoothing;
    private readonly bool _weighted;
    private readonly double? _scale;

    private CrossEntropyOp(
        Tensor rows, Tensor targets, Tensor logSums, Tensor? weight, long ignore, double smoothing, double? scale)
        : base([rows], weight is null ? [rows, targets, logSums] : [rows, targets, logSums, weight])
    {
        (_ignore, _smoothing, _scale) = (ignore, smoothing, scale);
        _weighted = weight is not null;
    }

    /// <summary>Computes the losses; the mean divides by the weights of all targets that count.</summary>
    public static Tensor Run(
        Tensor logits, Tensor targets, Tensor? weight, long ignore, double smoothing, nn.Reduction reduction)
    {
        logits = logits.contiguous();
        using var classes = targets.Dense();
        using var weights = weight?.Dense();
        var (rows, columns) = ((int)logits.Sizes[0], (int)logits.Sizes[1]);
        var losses = Tensor.Uninitialized([rows], logits.dtype, scoped: reduction == nn.Reduction.None);
        using var logSums = Tensor.Uninitialized([rows], logits.dtype, scoped: false);
        if (logits.dtype == ScalarType.Float32)
        {
            CrossEntropyKernel.Forward(
                rows, columns, At<float>(logits), At<long>(classes), At<float>(weights), ignore, smoothing, At<float>(losses), At<float>(logSums));
        }
        else
        {
            CrossEntropyKernel.Forward(
                rows, columns, At<double>(logits), At<long>(classes), At<double>(weights), ignore, smoothing, At<double>(losses), At<double>(logSums));
        }

        var (result, scale) = Reduced(losses, classes, weights, ignore, reduction);
        if (Tensor.Records(logits))
            Recorded.CrossEntropy(logits, classes, logSums, weights, ignore, smoothing, scale).Attach(result);
        return result;
    }

    public override void Backward(Tensor dy)
    {
        using var slope = (_scale is { } scale ? dy * scale : dy).Dense();
        if (slope.dtype == ScalarType.Float32)
            Backward<float>(slope);
        else
            Backward<double>(slope);
    }

    private void Backward<T>(Tensor slope)
        where T : unmanaged
    {
        var (rows, targets, logSums) = (Saved(0), Saved(1), Saved(2));
        var dx = Buffer(0, out var fresh);

        // A linear layer before this one wants the sums of its columns for its bias.
        var sums = fresh ? JoinedLinear.Of(InputSlot(0), rows.Sizes[1], Pass)?.ExpectColumnSums() : null;
        CrossEntropyKernel.Backward(
            (int)rows.Sizes[0],
            (int)rows.Sizes[1],
            At<T>(rows),
            At<long>(targets),
            _weighted ? At<T>(Saved(3)) : null,
            _ignore,
            _smoothing,
            At<T>(logSums),
            At<T>(slope),
            oneGradient: _scale is not null,
            At<T>(dx),
            fresh,
            At<T>(sums));
    }

    private static (Tensor Result, double? Scale) Reduced(
        Tensor losses, Tensor targets, Tensor? weights, long ignore, nn.Reduction reduction)
    {
        if (reduction == nn.Reduction.None)
            return (losses, null);
        using var _ = GradMode.Off();
        using var all = losses;
        if (reduction == nn.Reduction.Sum)
            return (losses.sum(), 1);
        var total = 0.0;
        foreach (var target in targets.Span<long>())
        {
            if (target != ignore)
                total += WeightOf(weights, (int)target);
        }

        // Without any target that counts the mean is 0 / 0, but nothing flows back.
        using var sum = losses.sum();
        return (sum / total, total == 0 ? 0 : 1 / total);
    }

    private static double WeightOf(Tensor? weights, int target) =>
        weights is null ? 1
        : weights.dtype == ScalarType.Float32 ? weights.Span<float>()[target]
        : weights.Span<double>()[target];

    private static T* At<T>(Tensor? tensor)
        where T : unmanaged => RecurrentLayer.At<T>(tensor);
}
