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

        /// <summary>Two dimensions exchanged.</summary>
        /// <param name="dim0">The one.</param>
        /// <param name="dim1">The other.</param>
        public Tensor transpose(long dim0, long dim1)
        {
            var a = Shapes.Dim("transpose", dim0, Rank);
            var b = Shapes.Dim("transpose", dim1, Rank);
            Span<long> order = stackalloc long[Rank];
            for (var i = 0; i < order.Length; i++)
                order[i] = i == a ? b : i == b ? a : i;
            return Permute(order);
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
        public Tensor permute(params long[] permutation) => Permute(permutation);

        /// <inheritdoc cref="permute(long[])"/>
        public Tensor permute(params ReadOnlySpan<long> permutation) => Permute(permutation);

        internal Tensor Permute(ReadOnlySpan<long> permutation)
        {
            if (permutation.Length != Rank)
                throw Throw.Bad($"permute: {Throw.S(permutation)} does not name each dimension of {Throw.S(Sizes)} once");
            Span<long> order = stackalloc long[Rank];
            Span<long> sizes = stackalloc long[Rank];
            Span<long> strides = stackalloc long[Rank];
            for (var i = 0; i < order.Length; i++)
            {
                var d = Shapes.Dim("permute", permutation[i], Rank);
                if (order[..i].Contains(d))
                    throw Throw.DuplicateDimension("permute", permutation[i]);
                (order[i], sizes[i], strides[i]) = (d, Sizes[d], Strides[d]);
            }

            var view = MakeView(Shapes.Known(sizes), Shapes.Known(strides), Offset);
            if (Records(this))
                Recorded.Permute(this, Shapes.Known(order)).Attach(view);
            return view;
        }

        /// <summary>The dimensions in another order.</summary>
        /// <param name="permutation">Which old dimension each new one is.</param>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>Dimensions moved to other places; the rest keep their order.</summary>
        /// <param name="source">Where they are.</param>
        /// <param name="destination">Where they go, as many.</param>
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length)
                throw Throw.Bad($"movedim: {source.Length} dimensions have {destination.Length} destinations; give one for each");
            var from = Array.ConvertAll(source, dim => (long)Shapes.Dim("movedim", dim, Rank));
            var to = Array.ConvertAll(destination, dim => Shapes.Dim("movedim", dim, Rank));
            if (from.Distinct().Count() < from.Length || to.Distinct().Count() < to.Length)
                throw Throw.Bad("movedim: a dimension is named twice; name each once");
            var rest = new Queue<long>(Enumerable.Range(0, Rank).Select(dim => (long)dim).Except(from));
            return permute([.. Enumerable.Range(0, Rank).Select(place => Array.IndexOf(to, place) is >= 0 and var i ? from[i] : rest.Dequeue())]);
        }

        /// <summary>A raw view with the dimensions in another order, outside any scope.</summary>
        internal Tensor Permuted(ReadOnlySpan<int> order)
        {
            Span<long> sizes = stackalloc long[order.Length];
            Span<long> strides = stackalloc long[order.Length];
            for (var i = 0; i < order.Length; i++)
                (sizes[i], strides[i]) = (Sizes[order[i]], Strides[order[i]]);
            return AsStridedUnscoped(new Geometry(Shapes.Known(sizes), Shapes.Known(strides), Offset));
        }

        /// <summary>All but the last dimension as rows: a raw view or, if the strides do not allow one, a copy, outside any scope.</summary>
        internal Tensor Matrix()
        {
            if (Rank == 2)
                return Handle();
            var (rows, columns) = Rank == 0 ? (1, 1) : (Shapes.Count(Sizes.AsSpan()[..^1]), Sizes[^1]);
            using var dense = Dense();
            return dense.AsStridedUnscoped(new Geometry(Shapes.Known([rows, columns]), Shapes.Known([columns, 1]), dense.Offset));
        }

        /// <summary>The same, but always with <see cref="HasWholeRows"/>: rows that lie the same distance apart are left where they are.</summary>
        internal Tensor SpacedMatrix()
        {
            long rows = 1, step = 0;
            var fits = !Contiguous && Rank >= 2 && Strides[^1] == 1;
            for (var d = Rank - 2; fits && d >= 0; d--)
            {
                if (Sizes[d] == 1)
                    continue;
                fits = rows == 1 || Strides[d] == rows * step;
                step = rows == 1 ? Strides[d] : step;
                rows *= Sizes[d];
            }

            if (fits && rows > 1 && step >= Sizes[^1])
                return AsStridedUnscoped(new Geometry(Shapes.Known([rows, Sizes[^1]]), Shapes.Known([step, 1]), Offset));
            using var dense = Dense();
            return dense.Matrix();
        }

        /// <summary>Are the numbers of each row of a matrix side by side, and no row within another?</summary>
        internal bool HasWholeRows => (Sizes[1] <= 1 || Strides[1] == 1) && (Sizes[0] <= 1 || Strides[0] >= Sizes[1]);

        /// <summary>The distance between such rows.</summary>
        internal int RowStep => (int)(Sizes[0] <= 1 ? Sizes[1] : Strides[0]);

        /// <summary>A raw transposed view of a matrix, outside any scope.</summary>
        internal Tensor Transposed() => AsStridedUnscoped(
            new Geometry(Shapes.Known([Sizes[1], Sizes[0]]), Shapes.Known([Strides[1], Strides[0]]), Offset));
    }
}
