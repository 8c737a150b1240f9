using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>Logits or log-probabilities brought into rows (M, C), their targets checked.</summary>
internal readonly record struct ClassRows(Tensor Rows, Tensor Targets, long[] TargetShape)
{
    /// <summary>(N, C), (C) or (N, C, d1, …) with class numbers (N), () or (N, d1, …).</summary>
    public static ClassRows Of(Tensor input, Tensor target, Tensor? weight, long ignore, string operation)
    {
        if (target.dtype != ScalarType.Int64)
        {
            throw new TensorException(
                $"{operation}: expected scalar type Long but found {target.dtype}; class numbers are Int64, use target.to(int64).");
        }

        var expected = Expected(input, operation);
        if (target.dim() > 0 && input.dim() > 1 && target.size(0) != input.size(0))
        {
            throw new TensorException(
                $"{operation}: Expected input batch_size ({input.size(0)}) to match target batch_size ({target.size(0)}).");
        }

        if (!target.Sizes.AsSpan().SequenceEqual(expected))
        {
            throw new TensorException(
                $"{operation}: Expected target size {Show.Of(expected)}, got {Show.Of(target.shape)}; "
                + $"the input {Show.Of(input.shape)} has its classes in dimension {(input.dim() == 1 ? 0 : 1)}.");
        }

        var classes = input.size(input.dim() == 1 ? 0 : 1);
        if (weight is not null && (weight.dim() != 1 || weight.size(0) != classes))
        {
            throw new TensorException(
                $"{operation}: weight tensor should be defined either for all {classes} classes or no classes, "
                + $"got {Show.Of(weight.shape)}.");
        }

        if (!input.dtype.IsFloat() || (weight ?? input).dtype != input.dtype)
        {
            throw new TensorException(
                $"{operation}: input and weight must have one floating point type, got {input.dtype} and "
                + $"{weight?.dtype.ToString() ?? "none"}; convert with to(dtype).");
        }

        var flat = target.flatten();
        CheckRange(flat, classes, ignore, operation);
        return new ClassRows(ByRow(input), flat, expected);
    }

    /// <summary>The class dimension last, all others one.</summary>
    public static Tensor ByRow(Tensor input)
    {
        if (input.dim() <= 2)
            return input.dim() == 1 ? input.unsqueeze(0) : input;
        return input.flatten(2).transpose(1, 2).reshape(-1, input.size(1));
    }

    private static long[] Expected(Tensor input, string operation)
    {
        if (input.dim() == 0)
        {
            throw new TensorException(
                $"{operation}: expected an input of at least 1 dimension, the classes, got {Show.Of(input.shape)}.");
        }

        return input.dim() == 1 ? [] : Shapes.Join([input.size(0)], input.Sizes.AsSpan(2));
    }

    private static void CheckRange(Tensor targets, long classes, long ignore, string operation)
    {
        using var dense = targets.Dense();
        var bad = CrossEntropyKernel.FirstBadTarget(dense.Span<long>(), (int)classes, ignore);
        if (bad >= 0)
        {
            throw new TensorException(
                $"{operation}: Target {dense.Span<long>()[bad]} is out of bounds. There are {classes} classes, counted from 0; "
                + $"{ignore} is ignored.");
        }
    }
}
