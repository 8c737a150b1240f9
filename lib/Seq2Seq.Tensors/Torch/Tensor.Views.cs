namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T
        {
            get
            {
                var order = new long[Rank];
                for (var i = 0; i < order.Length; i++)
                    order[i] = order.Length - 1 - i;
                return permute(order);
            }
        }

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The same memory seen in another shape; -1 stands for what is left.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor view(params long[] shape)
        {
            var sizes = Shapes.Infer("view", shape, numel());
            var strides = Shapes.ViewStrides(Sizes, Strides, sizes) ?? throw Throw.NotViewable(Sizes, Strides, sizes);
            return Reshaped(sizes, strides);
        }

        /// <summary>The shape of another tensor.</summary>
        /// <param name="other">The other.</param>
        public Tensor view_as(Tensor other) => view(other.Sizes);

        /// <summary>The elements in another shape: the same memory if that is possible, else a copy; -1 stands for what is left.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor reshape(params long[] shape)
        {
            var sizes = Shapes.Infer("reshape", shape, numel());
            if (Shapes.ViewStrides(Sizes, Strides, sizes) is { } strides)
                return Reshaped(sizes, strides);
            var copy = clone();
            return copy.Reshaped(sizes, Shapes.ContiguousStrides(sizes));
        }

        /// <summary>Several neighbouring dimensions become one.</summary>
        /// <param name="start_dim">The first of them.</param>
        /// <param name="end_dim">The last of them.</param>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (Rank == 0)
                return reshape(1);
            var start = Shapes.Dim("flatten", start_dim, Rank);
            var end = Shapes.Dim("flatten", end_dim, Rank);
            if (start > end)
                throw Throw.Bad($"flatten: start_dim {start} lies behind end_dim {end}; exchange them");
            var run = Shapes.Count(Sizes.AsSpan(start, end - start + 1));
            return reshape([.. Sizes[..start], run, .. Sizes[(end + 1)..]]);
        }

        /// <summary>One dimension becomes several; -1 stands for what is left.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="sizes">What it becomes.</param>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Shapes.Dim("unflatten", dim, Rank);
            return view([.. Sizes[..d], .. Shapes.Infer("unflatten", sizes, Sizes[d]), .. Sizes[(d + 1)..]]);
        }

        /// <summary>Two dimensions exchanged.</summary>
        /// <param name="dim0">The one.</param>
        /// <param name="dim1">The other.</param>
        public Tensor transpose(long dim0, long dim1)
        {
            var a = Shapes.Dim("transpose", dim0, Rank);
            var b = Shapes.Dim("transpose", dim1, Rank);
            var order = new long[Rank];
            for (var i = 0; i < order.Length; i++)
                order[i] = i == a ? b : i == b ? a : i;
            return permute(order);
        }

        /// <summary>Two dimensions exchanged.</summary>
        /// <param name="dim0">The one.</param>
        /// <param name="dim1">The other.</param>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Two dimensions exchanged.</summary>
        /// <param name="dim0">The one.</param>
        /// <param name="dim1">The other.</param>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>A matrix transposed; fewer dimensions stay as they are.</summary>
        public Tensor t()
        {
            if (Rank > 2)
                throw Throw.ExpectedRank("t", "the tensor", "at most 2", Sizes);
            return Rank < 2 ? Alias() : transpose(0, 1);
        }

        /// <summary>The dimensions in another order.</summary>
        /// <param name="permutation">Which old dimension each new one is.</param>
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != Rank)
                throw Throw.Bad($"permute: {Throw.S(permutation)} does not name each dimension of {Throw.S(Sizes)} once");
            var order = new long[Rank];
            var seen = new bool[Rank];
            for (var i = 0; i < order.Length; i++)
            {
                var d = Shapes.Dim("permute", permutation[i], Rank);
                if (seen[d])
                    throw Throw.DuplicateDimension("permute", permutation[i]);
                seen[d] = true;
                order[i] = d;
            }

            var sizes = Array.ConvertAll(order, d => Sizes[d]);
            var strides = Array.ConvertAll(order, d => Strides[d]);
            var view = MakeView(sizes, strides, Offset);
            if (Records(this))
                new PermuteOp(this, order).Attach(view);
            return view;
        }

        /// <summary>The dimensions in another order.</summary>
        /// <param name="permutation">Which old dimension each new one is.</param>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>A dimension moved to another place.</summary>
        /// <param name="source">Where it is.</param>
        /// <param name="destination">Where it goes.</param>
        public Tensor movedim(long source, long destination)
        {
            var from = Shapes.Dim("movedim", source, Rank);
            var to = Shapes.Dim("movedim", destination, Rank);
            var order = Enumerable.Range(0, Rank).Select(i => (long)i).Where(i => i != from).ToList();
            order.Insert(to, from);
            return permute([.. order]);
        }

        /// <summary>Without the dimension of size 1, or without all of them.</summary>
        /// <param name="dim">The dimension; left out, all of size 1.</param>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is null ? -1 : Shapes.Dim("squeeze", dim.Value, Rank);
            var (sizes, strides) = (new List<long>(), new List<long>());
            for (var i = 0; i < Rank; i++)
            {
                if (Sizes[i] == 1 && (dim is null || i == only))
                    continue;
                sizes.Add(Sizes[i]);
                strides.Add(Strides[i]);
            }

            return Reshaped([.. sizes], [.. strides]);
        }

        /// <summary>With a new dimension of size 1.</summary>
        /// <param name="dim">Where the new dimension stands.</param>
        public Tensor unsqueeze(long dim)
        {
            var d = Shapes.Dim("unsqueeze", dim, Rank + 1);
            var stride = d < Rank ? Math.Max(Sizes[d], 1) * Strides[d] : 1;
            return Reshaped([.. Sizes[..d], 1, .. Sizes[d..]], [.. Strides[..d], stride, .. Strides[d..]]);
        }

        /// <summary>Dimensions of size 1 stretched without copying; -1 keeps a size, new dimensions come first.</summary>
        /// <param name="sizes">The shape to show.</param>
        public Tensor expand(params long[] sizes)
        {
            var lead = sizes.Length - Rank;
            if (lead < 0)
                throw Throw.Bad($"expand: {Throw.S(sizes)} has fewer dimensions than {Throw.S(Sizes)}; give at least as many");
            var target = (long[])sizes.Clone();
            for (var i = 0; i < target.Length; i++)
            {
                var own = i < lead ? -1 : Sizes[i - lead];
                if (target[i] == -1 && own >= 0)
                    target[i] = own;
                if (target[i] < 0)
                    throw Throw.NegativeSize("expand", target[i], sizes);
                if (own >= 0 && own != 1 && own != target[i])
                    throw Throw.Bad($"expand: {Throw.S(Sizes)} does not stretch to {Throw.S(sizes)}: size {own} is neither 1 nor {target[i]}");
            }

            var view = MakeView(target, Shapes.StretchedStrides(Sizes, Strides, target), Offset);
            if (Records(this))
                new ExpandOp(this).Attach(view);
            return view;
        }

        /// <summary>Dimensions of size 1 stretched without copying.</summary>
        /// <param name="sizes">The shape to show.</param>
        /// <param name="isImplicit">Has no meaning here.</param>
        public Tensor expand(long[] sizes, bool isImplicit = false) => expand(sizes);

        /// <summary>Dimensions of size 1 stretched without copying.</summary>
        /// <param name="sizes">The shape to show.</param>
        /// <param name="isImplicit">Has no meaning here.</param>
        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape);

        /// <summary>Stretched to the shape of another tensor.</summary>
        /// <param name="other">The other.</param>
        public Tensor expand_as(Tensor other) => expand(other.Sizes);

        /// <summary>Stretched to a shape without copying.</summary>
        /// <param name="shape">The shape.</param>
        public Tensor broadcast_to(params long[] shape) => expand(shape);

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
            var view = MakeView(
                [.. Sizes[..d], .. Sizes[(d + 1)..]], [.. Strides[..d], .. Strides[(d + 1)..]], Offset + (at * Strides[d]));
            if (Records(this))
                new SelectOp(this, d, at).Attach(view);
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
                throw Throw.Bad($"slice: step {step} must be greater than zero; use flip to go backwards");
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
                throw Throw.Bad($"diagonal: two different dimensions of a tensor {Throw.S(Sizes)} are needed; got {dim1} and {dim2}");
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
            var sizes = (long[])Sizes.Clone();
            var strides = (long[])Strides.Clone();
            sizes[d] = length;
            strides[d] *= step;
            var view = MakeView(sizes, strides, Offset + (start * Strides[d]));
            if (Records(this))
                new NarrowOp(this, d, start, length, step).Attach(view);
            return view;
        }

        /// <summary>A raw view with the dimensions in another order, outside any scope.</summary>
        internal Tensor Permuted(int[] order) =>
            AsStridedUnscoped(new Geometry(Array.ConvertAll(order, i => Sizes[i]), Array.ConvertAll(order, i => Strides[i]), Offset));

        /// <summary>A raw transposed view of a matrix, outside any scope.</summary>
        internal Tensor Transposed() => Permuted([1, 0]);

        /// <summary>The sum over whatever broadcasting stretched, so that the result has these sizes again.</summary>
        internal Tensor SumTo(long[] sizes)
        {
            if (Sizes.SequenceEqual(sizes))
                return this;
            var lead = Rank - sizes.Length;
            var reduced = new bool[Rank];
            for (var i = 0; i < Rank; i++)
                reduced[i] = i < lead || (sizes[i - lead] == 1 && Sizes[i] != 1);
            return Reduction.Sum(this, reduced, keepdim: false).reshape(sizes);
        }

        private Tensor Reshaped(long[] sizes, long[] strides)
        {
            var view = MakeView(sizes, strides, Offset);
            if (Records(this))
                new ReshapeOp(this).Attach(view);
            return view;
        }
    }
}
