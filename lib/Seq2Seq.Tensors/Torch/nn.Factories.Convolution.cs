using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Slides kernels along a sequence (B, C, L); weights U(±1/√(in · kernel)).</summary>
        public static Conv1d Conv1d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null)
        {
            RefusePaddingMode("Conv1d", padding_mode);
            var geometry = new ConvolutionGeometry(
                in_channels, out_channels, [kernel_size], [stride], [padding], [dilation], groups);
            return new Conv1d(geometry, same: false, bias, dtype).On(device);
        }

        /// <summary>Slides kernels along a sequence (B, C, L), padded so that the length stays, or not at all.</summary>
        public static Conv1d Conv1d(
            long in_channels,
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null)
        {
            RefusePaddingMode("Conv1d", padding_mode);
            var geometry = new ConvolutionGeometry(in_channels, out_channels, [kernel_size], [stride], [0], [dilation], groups);
            return new Conv1d(geometry, IsSame("Conv1d", padding, geometry), bias, dtype).On(device);
        }

        /// <summary>Slides square kernels over an image (B, C, H, W); weights U(±1/√(in · kernel²)).</summary>
        public static Conv2d Conv2d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            Conv2d(
                in_channels,
                out_channels,
                (kernel_size, kernel_size),
                (stride, stride),
                (padding, padding),
                (dilation, dilation),
                padding_mode,
                groups,
                bias,
                device,
                dtype);

        /// <summary>Slides kernels over an image (B, C, H, W).</summary>
        public static Conv2d Conv2d(
            long in_channels,
            long out_channels,
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null)
        {
            RefusePaddingMode("Conv2d", padding_mode);
            var geometry = new ConvolutionGeometry(
                in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)),
                Pair(dilation ?? (1, 1)), groups);
            return new Conv2d(geometry, same: false, bias, dtype).On(device);
        }

        /// <summary>Slides square kernels over an image (B, C, H, W), padded so that the size stays, or not at all.</summary>
        public static Conv2d Conv2d(
            long in_channels,
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null)
        {
            RefusePaddingMode("Conv2d", padding_mode);
            var geometry = new ConvolutionGeometry(
                in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [0, 0], [dilation, dilation], groups);
            return new Conv2d(geometry, IsSame("Conv2d", padding, geometry), bias, dtype).On(device);
        }

        /// <summary>The largest value of each window along a sequence (B, C, L).</summary>
        public static MaxPool1d MaxPool1d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest value of each square window of an image (B, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new((kernel_size, kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

        /// <summary>The largest value of each window of an image (B, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? dilation = null,
            bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each window along a sequence (B, C, L).</summary>
        public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null) => new(kernel_size, stride);

        /// <summary>The mean of each square window of an image (B, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null) => new(kernel_size, stride);

        private static long[] Pair((long Rows, long Columns) pair) => [pair.Rows, pair.Columns];

        private static (long, long)? Square(long? size) => size is { } side ? (side, side) : null;

        private static bool IsSame(string name, Padding padding, ConvolutionGeometry geometry)
        {
            if (padding == Padding.Same && geometry.Stride.Any(step => step != 1))
            {
                throw new ArgumentException(
                    $"{name}: padding Same keeps the size, which a stride of {Show.Of(geometry.Stride)} can not; use stride 1.");
            }

            return padding == Padding.Same;
        }

        private static void RefusePaddingMode(string name, PaddingModes mode)
        {
            if (mode is not (PaddingModes.Zeros or PaddingModes.Constant))
            {
                throw new NotSupportedException(
                    $"{name}: padding mode {mode} does not exist in this engine; pad with functional.pad before the call.");
            }
        }
    }
}
