namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Places added around the last dimensions: the first pair for the last dimension, and so on.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">Pairs (before, after), the last dimension first; negative cuts off.</param>
            /// <param name="mode">What stands there.</param>
            /// <param name="value">The number, for <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(pad);
                if (pad.Length % 2 != 0 || pad.Length / 2 > input.Rank)
                    throw Throw.Bad($"pad: {Throw.S(pad)} must hold a pair for at most each dimension of {Throw.S(input.Sizes)}");
                var result = input;
                for (var i = 0; i < pad.Length / 2; i++)
                {
                    if (pad[2 * i] != 0 || pad[(2 * i) + 1] != 0)
                        result = PadOne(result, input.Rank - 1 - i, pad[2 * i], pad[(2 * i) + 1], mode, value);
                }

                return ReferenceEquals(result, input) ? input.clone() : result;
            }

            /// <summary>Places added around the last dimension.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">Before and after.</param>
            /// <param name="mode">What stands there.</param>
            /// <param name="value">The number, for <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Places added around the last two dimensions.</summary>
            /// <param name="input">The tensor.</param>
            /// <param name="pad">Left, right, top and bottom.</param>
            /// <param name="mode">What stands there.</param>
            /// <param name="value">The number, for <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            private static Tensor PadOne(Tensor x, int dim, long before, long after, PaddingModes mode, double value)
            {
                var size = x.Sizes[dim];
                if (size + before + after < 0)
                    throw Throw.Bad($"pad: cutting {-before} and {-after} from dimension {dim} of {Throw.S(x.Sizes)} leaves less than nothing");
                if (mode is PaddingModes.Constant or PaddingModes.Zeros)
                {
                    var kept = x.narrow(dim, Math.Max(0, -before), size - Math.Max(0, -before) - Math.Max(0, -after));
                    Scalar filler = mode == PaddingModes.Zeros ? 0 : value;
                    var parts = new List<Tensor>(3);
                    if (before > 0)
                        parts.Add(full(Resized(x.Sizes, dim, before), filler, x.dtype));
                    parts.Add(kept);
                    if (after > 0)
                        parts.Add(full(Resized(x.Sizes, dim, after), filler, x.dtype));
                    return parts.Count == 1 ? kept : cat(parts, dim);
                }

                var index = Tensor.Uninitialized([size + before + after], ScalarType.Int64);
                var places = index.Span<long>();
                for (var i = 0; i < places.Length; i++)
                    places[i] = Mirror(i - before, size, mode, dim, x.Sizes);
                return x.index_select(dim, index);
            }

            private static long[] Resized(long[] sizes, int dim, long size)
            {
                var result = (long[])sizes.Clone();
                result[dim] = size;
                return result;
            }

            private static long Mirror(long place, long size, PaddingModes mode, int dim, long[] sizes)
            {
                var source = mode switch
                {
                    PaddingModes.Reflect => place < 0 ? -place : place >= size ? (2 * size) - 2 - place : place,
                    PaddingModes.Circular => place < 0 ? place + size : place >= size ? place - size : place,
                    _ => Math.Clamp(place, 0, size - 1),
                };
                return source >= 0 && source < size
                    ? source
                    : throw Throw.Bad($"pad: dimension {dim} of {Throw.S(sizes)} is too small for so much {mode} padding");
            }
        }
    }
}
