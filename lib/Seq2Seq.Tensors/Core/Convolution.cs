using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Convolution as matrix products: windows are laid out as columns, kernels are rows.</summary>
internal static class Convolution
{
    public static torch.Tensor Forward(torch.Tensor x, torch.Tensor weight, torch.Tensor? bias, Windows windows, int groups)
    {
        var outChannels = weight.Sizes[0];
        var y = torch.Tensor.Uninitialized([windows.Batch, outChannels, windows.OutHeight, windows.OutWidth], x.dtype);
        if (bias is null)
        {
            Copying.Fill(y, 0);
        }
        else
        {
            using var tall = bias.AsStridedUnscoped(new Geometry([outChannels, 1, 1], [bias.Strides[0], 0, 0], bias.Offset));
            Copying.Copy(tall, y);
        }

        using var columns = Columns(x, windows);
        ForEach(windows, groups, weight, columns, y, (kernel, part, result) => Multiplication.Add(kernel, part, result));
        return y;
    }

    /// <summary>(batch, channels · kernel area, out area): each column is one window.</summary>
    public static torch.Tensor Columns(torch.Tensor x, Windows windows)
    {
        var columns = torch.Tensor.Uninitialized(
            [windows.Batch, windows.Channels * windows.KernelArea, windows.OutArea], x.dtype, scoped: false);
        if (x.dtype == torch.ScalarType.Float32)
            Lay(x.Span<float>(), columns.Span<float>(), windows, gather: true);
        else
            Lay(x.Span<double>(), columns.Span<double>(), windows, gather: true);
        return columns;
    }

    /// <summary>Adds columns back to where they came from.</summary>
    public static void AddColumns(torch.Tensor columns, torch.Tensor dx, Windows windows)
    {
        if (dx.dtype == torch.ScalarType.Float32)
            Lay(dx.Span<float>(), columns.Span<float>(), windows, gather: false);
        else
            Lay(dx.Span<double>(), columns.Span<double>(), windows, gather: false);
    }

    /// <summary>Visits (kernel matrix, columns, result matrix) of each image and group.</summary>
    public static void ForEach(
        Windows windows, int groups, torch.Tensor weight, torch.Tensor columns, torch.Tensor y, Action<torch.Tensor, torch.Tensor, torch.Tensor> visit)
    {
        long outPerGroup = weight.Sizes[0] / groups, inner = weight.Sizes[1] * windows.KernelArea, area = windows.OutArea;
        for (var image = 0L; image < windows.Batch; image++)
        {
            for (var group = 0L; group < groups; group++)
            {
                using var kernel = Matrix(weight, group * outPerGroup * inner, outPerGroup, inner);
                using var part = Matrix(columns, ((image * groups) + group) * inner * area, inner, area);
                using var result = Matrix(y, ((image * groups) + group) * outPerGroup * area, outPerGroup, area);
                visit(kernel, part, result);
            }
        }
    }

    private static torch.Tensor Matrix(torch.Tensor x, long offset, long rows, long columns) =>
        x.AsStridedUnscoped(new Geometry([rows, columns], [columns, 1], x.Offset + offset));

    private static void Lay<T>(Span<T> image, Span<T> columns, Windows w, bool gather)
        where T : unmanaged, INumber<T>
    {
        var at = 0;
        for (var plane = 0; plane < w.Batch * w.Channels; plane++)
        {
            for (var tap = 0; tap < w.KernelArea; tap++)
            {
                var down = ((tap / w.KernelWidth) * w.GapDown) - w.PadDown;
                var right = ((tap % w.KernelWidth) * w.GapRight) - w.PadRight;
                for (var row = 0; row < w.OutHeight; row++)
                {
                    var h = (row * w.StepDown) + down;
                    for (var column = 0; column < w.OutWidth; column++, at++)
                    {
                        var v = (column * w.StepRight) + right;
                        var inside = (uint)h < (uint)w.Height && (uint)v < (uint)w.Width;
                        if (gather)
                            columns[at] = inside ? image[(((plane * w.Height) + h) * w.Width) + v] : T.Zero;
                        else if (inside)
                            image[(((plane * w.Height) + h) * w.Width) + v] += columns[at];
                    }
                }
            }
        }
    }
}
