namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>y[i][j] = this[i][index[i][j]] along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64, as many dimensions as this, no larger than this apart from the dimension.</param>
        public Tensor gather(long dim, Tensor index)
        {
            var d = CheckIndex("gather", dim, index, Sizes);
            var y = Uninitialized(index.Sizes, dtype);
            Scattering.Gather(this, d, index, y, "gather");
            if (Records(this))
                Recorded.Gather(this, d, index).Attach(y);
            return y;
        }

        /// <summary>The slices along a dimension that the index names.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64 or Int32, one dimension.</param>
        public Tensor index_select(long dim, Tensor index)
        {
            var d = Shapes.Dim("index_select", dim, Rank);
            CheckRowIndex("index_select", index);
            var y = Scattering.SelectRows(this, d, index, "index_select");
            if (!Records(this))
                return y;
            if (Rank == 0)
                Recorded.Clone(this).Attach(y);
            else
                Recorded.IndexSelect(this, d, index).Attach(y);
            return y;
        }

        /// <summary>A copy in which the slices that the index names got those of the source, times alpha, added.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices.</param>
        /// <param name="source">What to add.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var d = Shapes.Dim("index_add", dim, Rank);
            CheckLongRowIndex("index_add", index);
            var expected = (long[])Sizes.Clone();
            if (expected.Length > 0)
                expected[d] = index.Count;
            if (!source.Sizes.SequenceEqual(expected))
                throw Throw.ExpectedShape("index_add", "the source", expected, source.Sizes);
            if (source.dtype != dtype)
                throw Throw.DifferentTypes("index_add", dtype, source.dtype);
            var y = Uninitialized(Sizes, dtype);
            Copying.Copy(this, y);
            Scattering.AddRows(y, d, index, source, alpha.ToDouble());
            if (Records(this, source))
                new IndexAddOp(this, d, index, source, alpha.ToDouble()).Attach(y);
            return y;
        }

        /// <summary>Adds slices of the source, times alpha, to those that the index names.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Which slices.</param>
        /// <param name="source">What to add.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Replace("index_add_", dtype, null, x => x.index_add(dim, index, source, alpha), source);

        /// <summary>A copy with the elements of src written where the index says, along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Where.</param>
        /// <param name="src">What.</param>
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            var d = CheckScatter("scatter", dim, index, src);
            var y = Uninitialized(Sizes, dtype);
            Copying.Copy(this, y);
            using var part = src.CornerOf(index.Sizes);
            Scattering.Set(y, d, index, part);
            if (Records(this, src))
                new ScatterOp(this, d, index, src).Attach(y);
            return y;
        }

        /// <summary>Writes the elements of src where the index says, along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Where.</param>
        /// <param name="src">What.</param>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Replace("scatter_", dtype, null, x => x.scatter(dim, index, src), src);

        /// <summary>A copy with the elements of src added where the index says, along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Where.</param>
        /// <param name="src">What.</param>
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            var d = CheckScatter("scatter_add", dim, index, src);
            var y = Uninitialized(Sizes, dtype);
            Copying.Copy(this, y);
            using var part = src.CornerOf(index.Sizes);
            Scattering.Add(y, d, index, part, 1);
            if (Records(this, src))
                new ScatterAddOp(this, d, index, src).Attach(y);
            return y;
        }

        /// <summary>Adds the elements of src where the index says, along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Where.</param>
        /// <param name="src">What.</param>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Replace("scatter_add_", dtype, null, x => x.scatter_add(dim, index, src), src);

        /// <summary>A copy with a constant where the mask holds.</summary>
        /// <param name="mask">Bool, broadcast to this.</param>
        /// <param name="value">The constant.</param>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            RequireMask("masked_fill", mask);
            var y = Masking.Fill(this, mask, value);
            if (Records(this))
                Recorded.MaskedFill(this, mask).Attach(y);
            return y;
        }

        /// <summary>The elements where the mask holds, in row-major order.</summary>
        /// <param name="mask">Bool; mask and this are broadcast to each other.</param>
        public Tensor masked_select(Tensor mask)
        {
            if (mask.dtype != ScalarType.Bool)
                throw new ArgumentException(Throw.ExpectedType("masked_select", "the mask", "Bool", mask.dtype).Message);
            var sizes = Shapes.Broadcast("masked_select", Sizes, mask.Sizes);
            return expand(sizes).reshape(-1).index_select(0, Masking.Positions(mask.expand(sizes)));
        }

        /// <summary>this where the condition holds, else y.</summary>
        /// <param name="condition">Bool.</param>
        /// <param name="y">The other.</param>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>The coordinates of the elements that are not zero, one row each.</summary>
        public Tensor nonzero()
        {
            var positions = Masking.Positions(to_type(ScalarType.Bool));
            var columns = new Tensor[Rank];
            for (var d = Rank - 1; d >= 0; d--)
            {
                columns[d] = positions.remainder(Sizes[d]);
                positions = positions.div(Sizes[d], RoundingMode.floor);
            }

            return Rank == 0 ? torch.zeros([positions.Count, 0], ScalarType.Int64) : torch.stack(columns, 1);
        }

        internal static void RequireMask(string operation, Tensor mask)
        {
            if (mask.dtype != ScalarType.Bool)
                throw Throw.ExpectedType(operation, "the mask", "Bool", mask.dtype);
        }

        // The first elements in each dimension, as many as the index has.
        private Tensor CornerOf(long[] sizes) => AsStridedUnscoped(new Geometry(sizes, Strides, Offset));

        private static void CheckRowIndex(string operation, Tensor index)
        {
            if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
                throw Throw.ExpectedType(operation, "the index", "Int64", index.dtype);
            if (index.Rank > 1)
                throw Throw.ExpectedRank(operation, "the index", "at most 1", index.Sizes);
        }

        // TorchSharp checks these itself, and wants Int64.
        private static void CheckLongRowIndex(string operation, Tensor index)
        {
            if (index.dtype != ScalarType.Int64)
                throw new ArgumentException(Throw.ExpectedType(operation, "the index", "Int64", index.dtype).Message);
            CheckRowIndex(operation, index);
        }

        private int CheckIndex(string operation, long dim, Tensor index, long[] bounds)
        {
            var d = Shapes.Dim(operation, dim, Rank);
            if (index.dtype != ScalarType.Int64)
                throw Throw.ExpectedType(operation, "the index", "Int64", index.dtype);
            if (index.Rank != Rank)
                throw Throw.Bad($"{operation}: the index {Throw.S(index.Sizes)} must have as many dimensions as the tensor {Throw.S(Sizes)}");
            for (var i = 0; i < Rank; i++)
            {
                if (i != d && index.Sizes[i] > bounds[i])
                    throw Throw.Bad($"{operation}: the index {Throw.S(index.Sizes)} is larger than {Throw.S(bounds)} in dimension {i}; only dimension {d} may be");
            }

            return d;
        }

        private int CheckScatter(string operation, long dim, Tensor index, Tensor src)
        {
            var d = CheckIndex(operation, dim, index, Sizes);
            if (src.dtype != dtype)
                throw Throw.DifferentTypes(operation, dtype, src.dtype);
            if (src.Rank != Rank)
                throw Throw.Bad($"{operation}: the source {Throw.S(src.Sizes)} must have as many dimensions as the tensor {Throw.S(Sizes)}");
            for (var i = 0; i < Rank; i++)
            {
                if (index.Sizes[i] > src.Sizes[i])
                    throw Throw.Bad($"{operation}: the index {Throw.S(index.Sizes)} is larger than the source {Throw.S(src.Sizes)} in dimension {i}");
            }

            return d;
        }

        private Tensor Replace(string operation, ScalarType type, Tensor? other, Func<Tensor, Tensor> compute, Tensor source)
        {
            if (!Records(this, source))
                return Replace(operation, type, other, compute);
            CheckInPlace(operation, type, other);
            var before = Uninitialized(Sizes, dtype);
            Copying.Copy(this, before);
            if (CurrentSlot is { } slot)
                before.SetSlot(slot);
            return InPlace.Take(this, compute(before));
        }
    }
}
