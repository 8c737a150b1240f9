namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A kernel slid over sequences (batch, channels, length).</summary>
            /// <param name="input">The sequences (batch, in, length), or one without batch.</param>
            /// <param name="weight">The kernels (out, in / groups, size).</param>
            /// <param name="bias">(out), if any.</param>
            /// <param name="stride">How far the kernel moves.</param>
            /// <param name="padding">Zeros at both ends.</param>
            /// <param name="dilation">The distance of kernel elements.</param>
            /// <param name="groups">Into how many groups channels fall.</param>
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weight);
                if (input.Rank is not (2 or 3))
                    throw Throw.ExpectedRank("conv1d", "the input", "3 (batch, channels, length) or 2", input.Sizes);
                if (weight.Rank != 3)
                    throw Throw.ExpectedRank("conv1d", "the weight", "3 (out, in / groups, size)", weight.Sizes);
                return Convolve(
                    "conv1d", input.unsqueeze(-2), weight.unsqueeze(-2), bias, (1, stride ?? 1), (0, padding ?? 0), (1, dilation ?? 1), groups)
                    .squeeze(-2);
            }

            /// <summary>A kernel slid over images (batch, channels, height, width).</summary>
            /// <param name="input">The images (batch, in, height, width), or one without batch.</param>
            /// <param name="weight">The kernels (out, in / groups, height, width).</param>
            /// <param name="bias">(out), if any.</param>
            /// <param name="strides">How far the kernel moves, one number or two.</param>
            /// <param name="padding">Zeros at the borders, one number or two.</param>
            /// <param name="dilation">The distance of kernel elements, one number or two.</param>
            /// <param name="groups">Into how many groups channels fall.</param>
            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weight);
                if (input.Rank is not (3 or 4))
                    throw Throw.ExpectedRank("conv2d", "the input", "4 (batch, channels, height, width) or 3", input.Sizes);
                if (weight.Rank != 4)
                    throw Throw.ExpectedRank("conv2d", "the weight", "4 (out, in / groups, height, width)", weight.Sizes);
                return Convolve(
                    "conv2d", input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(dilation, 1), groups);
            }

            /// <summary>The largest value of each window of sequences (batch, channels, length).</summary>
            /// <param name="input">The sequences.</param>
            /// <param name="kernel_size">How long a window is.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            /// <param name="padding">Places at both ends that never win.</param>
            /// <param name="dilation">The distance of a window's elements.</param>
            /// <param name="ceil_mode">Also a last window that only starts inside.</param>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Pool("max_pool1d", input.unsqueeze(-2), (1, kernel_size), (1, stride ?? kernel_size), (0, padding ?? 0), (1, dilation ?? 1), ceil_mode)
                    .squeeze(-2);

            /// <summary>The largest value of each window of images (batch, channels, height, width).</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            /// <param name="padding">Places at the borders that never win.</param>
            /// <param name="dilation">The distance of a window's elements.</param>
            /// <param name="ceil_mode">Also last windows that only start inside.</param>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            {
                var step = stride ?? kernel_size;
                var (border, distance) = (padding ?? 0, dilation ?? 1);
                return Pool(
                    "max_pool2d", input, (kernel_size, kernel_size), (step, step), (border, border), (distance, distance), ceil_mode);
            }

            /// <summary>The largest value of each window of images (batch, channels, height, width).</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            /// <param name="padding">Places at the borders that never win.</param>
            /// <param name="dilation">The distance of a window's elements.</param>
            /// <param name="ceil_mode">Also last windows that only start inside.</param>
            public static Tensor max_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                bool ceil_mode = false) =>
                Pool("max_pool2d", input, kernel_size, stride ?? kernel_size, padding ?? (0, 0), dilation ?? (1, 1), ceil_mode);

            /// <summary>The mean of each window of sequences (batch, channels, length).</summary>
            /// <param name="input">The sequences.</param>
            /// <param name="kernel_size">How long a window is.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null) =>
                input.unfold(-1, kernel_size, stride ?? kernel_size).mean([-1]);

            /// <summary>The mean of each window of images (batch, channels, height, width).</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null) =>
                avg_pool2d(input, (kernel_size, kernel_size), stride is { } step ? (step, step) : null);

            /// <summary>The mean of each window of images (batch, channels, height, width).</summary>
            /// <param name="input">The images.</param>
            /// <param name="kernel_size">The size of a window.</param>
            /// <param name="stride">How far the next one starts; left out, behind the last.</param>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null)
            {
                var (down, right) = stride ?? kernel_size;
                return input.unfold(-2, kernel_size.Item1, down).unfold(-2, kernel_size.Item2, right).mean([-2, -1]);
            }

            private static (long, long) Pair(long[]? values, long otherwise) => values switch
            {
                null => (otherwise, otherwise),
                [var one] => (one, one),
                [var first, var second] => (first, second),
                _ => throw Throw.Bad($"conv2d: {Throw.S(values)} has {values.Length} numbers; give one, or one for height and one for width"),
            };

            private static Tensor Convolve(
                string operation,
                Tensor input,
                Tensor weight,
                Tensor? bias,
                (long, long) stride,
                (long, long) padding,
                (long, long) dilation,
                long groups)
            {
                var batched = input.Rank == 4;
                var x = (batched ? input : input.unsqueeze(0)).contiguous();
                var windows = new Windows(
                    operation, x.Sizes, (weight.Sizes[2], weight.Sizes[3]), stride, padding, dilation, ceil: false);
                windows.CheckKernel(weight.Sizes, groups, bias?.Sizes);
                if (x.dtype != weight.dtype)
                    throw Throw.DifferentTypes(operation, x.dtype, weight.dtype);
                x.RequireFloat(operation);
                var kernel = weight.contiguous();
                var y = Convolution.Forward(x, kernel, bias, windows, (int)groups);
                if (Tensor.Records(x, kernel, bias))
                    new ConvolutionOp(x, kernel, bias, windows, (int)groups).Attach(y);
                return batched ? y : y.squeeze(0);
            }

            private static Tensor Pool(
                string operation,
                Tensor input,
                (long, long) kernel,
                (long, long) stride,
                (long, long) padding,
                (long, long) dilation,
                bool ceil)
            {
                if (input.Rank is not (3 or 4))
                    throw Throw.ExpectedRank(operation, "the input", "a batch, channels and places", input.Sizes);
                var batched = input.Rank == 4;
                var x = (batched ? input : input.unsqueeze(0)).contiguous();
                var windows = new Windows(operation, x.Sizes, kernel, stride, padding, dilation, ceil);
                var places = MaxPooling.Places(x, windows);

                // The places are indices into each flattened image.
                var flat = x.reshape(x.Sizes[0], x.Sizes[1], windows.Height * windows.Width);
                var y = flat.gather(2, places).reshape(x.Sizes[0], x.Sizes[1], windows.OutHeight, windows.OutWidth);
                return batched ? y : y.squeeze(0);
            }
        }
    }
}
