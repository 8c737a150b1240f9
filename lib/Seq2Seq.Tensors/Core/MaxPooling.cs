using System.Numerics;

namespace Seq2Seq.Tensors;

/// <summary>Where the largest value of each window lies.</summary>
internal static class MaxPooling
{
    /// <summary>(batch, channels, out area): indices into each flattened image.</summary>
    public static torch.Tensor Places(torch.Tensor x, Windows windows)
    {
        var places = torch.Tensor.Uninitialized([windows.Batch, windows.Channels, windows.OutArea], torch.ScalarType.Int64);
        var body = new Body { X = x, Places = places, Windows = windows };
        ElementTypes.Dispatch(x.dtype, ref body);
        return places;
    }

    private struct Body : IElementBody
    {
        public torch.Tensor X;
        public torch.Tensor Places;
        public Windows Windows;

        public readonly void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var w = Windows;
            var image = X.Span<T>();
            var places = Places.Span<long>();
            var at = 0;
            for (var plane = 0; plane < w.Batch * w.Channels; plane++)
            {
                var pixels = image.Slice(plane * w.Height * w.Width, w.Height * w.Width);
                for (var row = 0; row < w.OutHeight; row++)
                {
                    for (var column = 0; column < w.OutWidth; column++)
                        places[at++] = Largest(pixels, w, (row * w.StepDown) - w.PadDown, (column * w.StepRight) - w.PadRight);
                }
            }
        }

        private static long Largest<T>(ReadOnlySpan<T> pixels, Windows w, int top, int left)
            where T : unmanaged, INumber<T>
        {
            var best = -1;
            for (var i = 0; i < w.KernelHeight; i++)
            {
                var h = top + (i * w.GapDown);
                if ((uint)h >= (uint)w.Height)
                    continue;
                for (var j = 0; j < w.KernelWidth; j++)
                {
                    var v = left + (j * w.GapRight);
                    if ((uint)v >= (uint)w.Width)
                        continue;
                    var here = (h * w.Width) + v;
                    if (best < 0 || pixels[here] > pixels[best] || (T.IsNaN(pixels[here]) && !T.IsNaN(pixels[best])))
                        best = here;
                }
            }

            return best >= 0 ? best : throw Throw.Bad($"{w.Operation}: a window lies in the padding only; padding must be at most half of the kernel");
        }
    }
}
