using System.Numerics;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest element; equal ones share the gradient.</summary>
        public Tensor max() => Extreme("max", largest: true);

        /// <summary>The smallest element; equal ones share the gradient.</summary>
        public Tensor min() => Extreme("min", largest: false);

        /// <summary>The largest along a dimension, and where: the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extreme("max", dim, keepdim, largest: true);

        /// <summary>The smallest along a dimension, and where: the first of equal ones.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extreme("min", dim, keepdim, largest: false);

        /// <summary>The largest over dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; none means all.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        public Tensor amax(long[] dims, bool keepdim = false) => Extreme("amax", dims, keepdim, largest: true);

        /// <summary>The smallest over dimensions; equal ones share the gradient.</summary>
        /// <param name="dims">The dimensions; none means all.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        public Tensor amin(long[] dims, bool keepdim = false) => Extreme("amin", dims, keepdim, largest: false);

        /// <summary>Where the largest element is, counted in row-major order.</summary>
        public Tensor argmax() => Arg("argmax", reshape(-1), 0, false, largest: true);

        /// <summary>Where the largest element along a dimension is.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor argmax(long dim, bool keepdim = false) => Arg("argmax", this, dim, keepdim, largest: true);

        /// <summary>Where the smallest element is, counted in row-major order.</summary>
        public Tensor argmin() => Arg("argmin", reshape(-1), 0, false, largest: false);

        /// <summary>Where the smallest element along a dimension is.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor argmin(long dim, bool keepdim = false) => Arg("argmin", this, dim, keepdim, largest: false);

        private Tensor Extreme(string operation, bool largest)
        {
            if (Count == 0)
                throw Throw.EmptyReduction(operation, Sizes);
            return Extreme(operation, [], keepdim: false, largest);
        }

        private Tensor Extreme(string operation, long[] dims, bool keepdim, bool largest)
        {
            var reduced = Shapes.Dims(operation, dims, Rank);
            using var dense = Reduction.Rows(this, reduced, out var rows, out var columns);
            if (columns == 0)
                throw Throw.EmptyReduction(operation, Sizes);
            using var where = Uninitialized([rows], ScalarType.Int64, scoped: false);
            Arguments(dense, rows, columns, where, largest);
            using var matrix = dense.AsStridedUnscoped(new Geometry([rows, columns], [columns, 1], dense.Offset));
            using var column = where.AsStridedUnscoped(new Geometry([rows, 1], [1, 1], 0));
            var sizes = Reduction.Sizes(Sizes, reduced, keepdim);
            var y = Uninitialized(sizes, dtype);
            using (var flat = y.AsStridedUnscoped(new Geometry([rows, 1], [1, 1], 0)))
                Scattering.Gather(matrix, 1, column, flat, operation);
            if (Records(this))
                new ExtremeOp(this, y, Reduction.Sizes(Sizes, reduced, keepdim: true)).Attach(y);
            return y;
        }

        private (Tensor Values, Tensor Indices) Extreme(string operation, long dim, bool keepdim, bool largest)
        {
            if (Rank == 0)
                return (clone(), torch.zeros([], ScalarType.Int64));
            var d = Shapes.Dim(operation, dim, Rank);
            var wide = Arg(operation, this, d, keepdim: true, largest);
            var values = gather(d, wide);
            return keepdim ? (values, wide) : (values.squeeze(d), wide.squeeze(d));
        }

        private static Tensor Arg(string operation, Tensor x, long dim, bool keepdim, bool largest)
        {
            var reduced = Shapes.Dims(operation, [dim], x.Rank);
            using var dense = Reduction.Rows(x, reduced, out var rows, out var columns);
            if (columns == 0)
                throw Throw.EmptyReduction(operation, x.Sizes);
            var y = Uninitialized(Reduction.Sizes(x.Sizes, reduced, keepdim), ScalarType.Int64);
            Arguments(dense, rows, columns, y, largest);
            return y;
        }

        private static void Arguments(Tensor dense, long rows, long columns, Tensor y, bool largest)
        {
            var body = new ArgBody { Dense = dense, Rows = rows, Columns = columns, Y = y, Largest = largest };
            ElementTypes.Dispatch(dense.dtype, ref body);
        }

        private struct ArgBody : IElementBody
        {
            public Tensor Dense;
            public Tensor Y;
            public long Rows;
            public long Columns;
            public bool Largest;

            public readonly void Run<T>()
                where T : unmanaged, INumber<T>
            {
                if (Largest)
                    Reduction.Apply<T, long, ArgMaxRow<T>>(Dense, Rows, Columns, Y);
                else
                    Reduction.Apply<T, long, ArgMinRow<T>>(Dense, Rows, Columns, Y);
            }
        }

        private struct ArgMaxRow<T> : IRowReduction<T, long>
            where T : unmanaged, INumber<T>
        {
            public static long Apply(ReadOnlySpan<T> row)
            {
                if (typeof(T) == typeof(float))
                    return ReduceKernel.ArgMax(System.Runtime.InteropServices.MemoryMarshal.Cast<T, float>(row));
                var best = 0;
                for (var i = 0; i < row.Length; i++)
                {
                    if (T.IsNaN(row[i]))
                        return i;
                    if (row[i] > row[best])
                        best = i;
                }

                return best;
            }
        }

        private struct ArgMinRow<T> : IRowReduction<T, long>
            where T : unmanaged, INumber<T>
        {
            public static long Apply(ReadOnlySpan<T> row)
            {
                var best = 0;
                for (var i = 0; i < row.Length; i++)
                {
                    if (T.IsNaN(row[i]))
                        return i;
                    if (row[i] < row[best])
                        best = i;
                }

                return best;
            }
        }
    }
}
