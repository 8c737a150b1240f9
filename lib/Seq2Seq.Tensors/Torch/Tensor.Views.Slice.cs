namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>One index of a dimension; the dimension goes away.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The index; negative counts from the end.</param>
        public Tensor select(long dim, long index)
        {
            if (Rank == 0)
                throw Throw.TooManyIndices(1, Sizes);
            var d = Shapes.Dim("select", dim, Rank);
            var at = index < 0 ? index + Sizes[d] : index;
            if (at < 0 || at >= Sizes[d])
                throw Throw.IndexOutOfRange("select", index, d, Sizes);
            Span<long> sizes = stackalloc long[Rank - 1];
            Span<long> strides = stackalloc long[Rank - 1];
            for (var i = 0; i < sizes.Length; i++)
                (sizes[i], strides[i]) = (Sizes[i < d ? i : i + 1], Strides[i < d ? i : i + 1]);
            var view = MakeView(Shapes.Known(sizes), Shapes.Known(strides), Offset + (at * Strides[d]));
            if (Records(this))
                Recorded.Select(this, d, at).Attach(view);
            return view;
        }

        /// <summary>A range of a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first index; negative counts from the end.</param>
        /// <param name="length">How many.</param>
        public Tensor narrow(long dim, long start, long length)
        {
            var d = Shapes.Dim("narrow", dim, Rank);
            if (Rank == 0)
                throw Throw.ExpectedRank("narrow", "the tensor", "at least 1", Sizes);
            var from = start < 0 ? start + Sizes[d] : start;
            if (from < 0 || length < 0 || from + length > Sizes[d])
                throw Throw.RangeOutOfRange("narrow", start, length, d, Sizes);
            return Slice(d, from, length, 1);
        }

        /// <summary>The indices start, start + step, ... of a dimension, before finish; bounds are cut to what is there.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first; negative counts from the end.</param>
        /// <param name="finish">The end, not included; negative counts from the end.</param>
        /// <param name="step">The step, at least 1.</param>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            if (step < 1)
                throw new ArgumentException($"slice: step {step} must be greater than zero; use flip to go backwards");
            if (Rank == 0)
                throw Throw.TooManyIndices(1, Sizes);
            var d = Shapes.Dim("slice", dim, Rank);
            var from = Math.Clamp(start < 0 ? start + Sizes[d] : start, 0, Sizes[d]);
            var to = Math.Clamp(finish < 0 ? finish + Sizes[d] : finish, from, Sizes[d]);
            return Slice(d, from, (to - from + step - 1) / step, step);
        }

        /// <summary>The elements of a diagonal, as a view whose last dimension runs along it.</summary>
        /// <param name="offset">Above (positive) or below (negative) the main diagonal.</param>
        /// <param name="dim1">The first dimension.</param>
        /// <param name="dim2">The second dimension.</param>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            var (a, b) = (Shapes.Dim("diagonal", dim1, Rank), Shapes.Dim("diagonal", dim2, Rank));
            if (Rank < 2 || a == b)
                throw new ArgumentException($"diagonal: two different dimensions of a tensor {Throw.S(Sizes)} are needed; got {dim1} and {dim2}");
            var length = Math.Max(0, offset >= 0 ? Math.Min(Sizes[a], Sizes[b] - offset) : Math.Min(Sizes[a] + offset, Sizes[b]));
            var start = length == 0 ? 0 : offset >= 0 ? offset * Strides[b] : -offset * Strides[a];
            var rest = Enumerable.Range(0, Rank).Where(i => i != a && i != b).ToArray();
            var view = MakeView(
                [.. rest.Select(i => Sizes[i]), length], [.. rest.Select(i => Strides[i]), Strides[a] + Strides[b]], Offset + start);
            if (Records(this))
                new DiagonalOp(this, offset, a, b).Attach(view);
            return view;
        }

        /// <summary>Windows over a dimension: a new last dimension of their size.</summary>
        /// <param name="dimension">The dimension.</param>
        /// <param name="size">How long a window is.</param>
        /// <param name="step">How far the next one starts.</param>
        public Tensor unfold(long dimension, long size, long step)
        {
            var d = Shapes.Dim("unfold", dimension, Rank);
            if (Rank == 0 || size < 0 || size > Sizes[d] || step < 1)
                throw Throw.Bad($"unfold: windows of {size} with step {step} do not fit dimension {d} of {Throw.S(Sizes)}");
            var count = ((Sizes[d] - size) / step) + 1;
            var view = MakeView(
                [.. Sizes[..d], count, .. Sizes[(d + 1)..], size],
                [.. Strides[..d], Strides[d] * step, .. Strides[(d + 1)..], Strides[d]],
                Offset);
            if (Records(this))
                new UnfoldOp(this, d, size, step).Attach(view);
            return view;
        }

        /// <summary>Pieces of equal size along a dimension, the last maybe smaller.</summary>
        /// <param name="chunks">How many at most.</param>
        /// <param name="dim">The dimension.</param>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            if (chunks < 1)
                throw Throw.Bad($"chunk: {chunks} pieces cannot be made; ask for at least 1");
            var d = Shapes.Dim("chunk", dim, Rank);
            var size = Rank == 0 ? 1 : Sizes[d];
            return split(Math.Max(1, (size + chunks - 1) / chunks), d);
        }

        /// <summary>Pieces of a size along a dimension, the last maybe smaller.</summary>
        /// <param name="size">The size of a piece.</param>
        /// <param name="dim">The dimension.</param>
        public Tensor[] split(long size, int dim = 0)
        {
            var d = Shapes.Dim("split", dim, Rank);
            if (Rank == 0 || size < 1)
                throw Throw.Bad($"split: {Throw.S(Sizes)} cannot be split into pieces of {size}; the size must be at least 1");
            var pieces = new List<Tensor>();
            for (var start = 0L; start < Sizes[d]; start += size)
                pieces.Add(narrow(d, start, Math.Min(size, Sizes[d] - start)));
            if (pieces.Count == 0)
                pieces.Add(narrow(d, 0, 0));
            return [.. pieces];
        }

        /// <summary>Pieces of the given sizes along the first dimension; of two numbers the second is a dimension.</summary>
        /// <param name="sizes">Their sizes.</param>
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);

        /// <summary>Pieces of the given sizes along a dimension.</summary>
        /// <param name="sizes">Their sizes.</param>
        /// <param name="dim">The dimension.</param>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var d = Shapes.Dim("split", dim, Rank);
            if (Rank == 0 || sizes.Sum() != Sizes[d])
                throw Throw.Bad($"split: sizes {Throw.S(sizes)} do not add up to dimension {d} of {Throw.S(Sizes)}");
            var pieces = new Tensor[sizes.Length];
            var start = 0L;
            for (var i = 0; i < pieces.Length; i++)
            {
                pieces[i] = narrow(d, start, sizes[i]);
                start += sizes[i];
            }

            return pieces;
        }

        /// <summary>Each index of a dimension, without it.</summary>
        /// <param name="dimension">The dimension.</param>
        public Tensor[] unbind(long dimension = 0)
        {
            if (Rank == 0)
                throw Throw.ExpectedRank("unbind", "the tensor", "at least 1", Sizes);
            var d = Shapes.Dim("unbind", dimension, Rank);
            var pieces = new Tensor[Sizes[d]];
            for (var i = 0; i < pieces.Length; i++)
                pieces[i] = select(d, i);
            return pieces;
        }

        internal Tensor Slice(int d, long start, long length, long step)
        {
            Span<long> sizes = stackalloc long[Rank];
            Span<long> strides = stackalloc long[Rank];
            Sizes.CopyTo(sizes);
            Strides.CopyTo(strides);
            sizes[d] = length;
            strides[d] *= step;
            var view = MakeView(Shapes.Known(sizes), Shapes.Known(strides), Offset + (start * Strides[d]));
            if (Records(this))
                Recorded.Narrow(this, d, start, length, step).Attach(view);
            return view;
        }
    }
}
