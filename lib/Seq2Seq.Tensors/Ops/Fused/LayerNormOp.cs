using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>y = (x − mean) / √(variance + eps) · weight + bias over the last elements of x, as many as <c>columns</c>.</summary>
internal sealed unsafe class LayerNormOp : Op
{
    private readonly bool _hasWeight;
    private readonly bool _hasBias;

    private LayerNormOp(Tensor x, Tensor? weight, Tensor? bias, Tensor means, Tensor scales)
        : base(
            weight is null ? (bias is null ? [x] : [x, bias]) : bias is null ? [x, weight] : [x, weight, bias],
            weight is null ? [x, means, scales] : [x, means, scales, weight])
    {
        (_hasWeight, _hasBias) = (weight is not null, bias is not null);
    }

    public static Tensor Run(Tensor x, int columns, Tensor? weight, Tensor? bias, double eps)
    {
        x = x.contiguous();
        weight = weight?.contiguous();
        bias = bias?.contiguous();
        var rows = columns == 0 ? 0 : (int)(x.Count / columns);
        var y = Tensor.Uninitialized(x.Sizes, x.dtype);
        using var means = Tensor.Uninitialized([rows], x.dtype, scoped: false);
        using var scales = Tensor.Uninitialized([rows], x.dtype, scoped: false);
        if (x.dtype == ScalarType.Float32)
        {
            LayerNormKernel.Forward(
                rows, columns, At<float>(x), At<float>(weight), At<float>(bias), eps, At<float>(y), At<float>(means), At<float>(scales));
        }
        else
        {
            LayerNormKernel.Forward(
                rows, columns, At<double>(x), At<double>(weight), At<double>(bias), eps, At<double>(y), At<double>(means), At<double>(scales));
        }

        if (Tensor.Records(x, weight, bias))
            Recorded.LayerNorm(x, weight, bias, means, scales).Attach(y);
        return y;
    }

    public override void Backward(Tensor dy)
    {
        using var dense = dy.Dense();
        if (dense.dtype == ScalarType.Float32)
            Backward<float>(dense);
        else
            Backward<double>(dense);
    }

    private void Backward<T>(Tensor dy)
        where T : unmanaged
    {
        var (x, means, scales) = (Saved(0), Saved(1), Saved(2));
        var rows = (int)means.Count;
        var fresh = false;
        var dx = Wants(0) ? Buffer(0, out fresh) : null;
        LayerNormKernel.Backward(
            rows,
            rows == 0 ? 0 : (int)(x.Count / rows),
            At<T>(x),
            _hasWeight ? At<T>(Saved(3)) : null,
            At<T>(means),
            At<T>(scales),
            At<T>(dy),
            At<T>(dx),
            Target<T>(_hasWeight, 1),
            Target<T>(_hasBias, _hasWeight ? 2 : 1),
            fresh);
    }

    private T* Target<T>(bool given, int input)
        where T : unmanaged => given && Wants(input) ? At<T>(Buffer(input)) : null;

    private static T* At<T>(Tensor? tensor)
        where T : unmanaged => RecurrentLayer.At<T>(tensor);
}
