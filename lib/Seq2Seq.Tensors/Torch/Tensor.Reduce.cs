using System.Numerics;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        /// <param name="type">The type to sum in; left out, integers and truth values give Int64.</param>
        public Tensor sum(ScalarType? type = null) => Sum("sum", [], false, type, mean: false);

        /// <summary>The sum over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(int dim, bool keepdim = false, ScalarType? type = null) => Sum("sum", [dim], keepdim, type, mean: false);

        /// <summary>The sum over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Sum("sum", [dim], keepdim, type, mean: false);

        /// <summary>The sum over two dimensions.</summary>
        /// <param name="dim0">The one.</param>
        /// <param name="dim1">The other.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Sum("sum", [dim0, dim1], keepdim, type, mean: false);

        /// <summary>The sum over three dimensions.</summary>
        /// <param name="dim0">The first.</param>
        /// <param name="dim1">The second.</param>
        /// <param name="dim2">The third.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Sum("sum", [dim0, dim1, dim2], keepdim, type, mean: false);

        /// <summary>The sum over dimensions; none means all.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Sum("sum", dim, keepdim, type, mean: false);

        /// <summary>The sum over dimensions; none means all.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to sum in.</param>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Sum("sum", dim, keepdim, type, mean: false);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Sum("mean", [], false, null, mean: true);

        /// <summary>The mean over dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="keepdim">Keep them with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Sum("mean", dimensions, keepdim, type, mean: true);

        /// <summary>The product of all elements.</summary>
        /// <param name="type">The type to multiply in.</param>
        public Tensor prod(ScalarType? type = null) => reshape(-1).Prod(0, false, type);

        /// <summary>The product over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to multiply in.</param>
        public Tensor prod(int dim, bool keepdim = false, ScalarType? type = null) => Prod(dim, keepdim, type);

        /// <summary>The product over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        /// <param name="type">The type to multiply in.</param>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Prod(dim, keepdim, type);

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

        /// <summary>Are all elements true (not zero)?</summary>
        public Tensor all()
        {
            using var truth = Cast(ScalarType.Bool);
            using var dense = truth.Dense();
            return tensor(!dense.Span<byte>().Contains((byte)0));
        }

        /// <summary>Is any element true (not zero)?</summary>
        public Tensor any()
        {
            using var truth = Cast(ScalarType.Bool);
            using var dense = truth.Dense();
            return tensor(dense.Span<byte>().Contains((byte)1));
        }

        /// <summary>Are all elements along a dimension true (not zero)?</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor all(long dim, bool keepdim = false)
        {
            using var none = Cast(ScalarType.Bool);
            return none.logical_not().any(dim, keepdim).logical_not();
        }

        /// <summary>Is any element along a dimension true (not zero)?</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor any(long dim, bool keepdim = false)
        {
            using var truth = Cast(ScalarType.Bool);
            using var count = truth.Cast(ScalarType.Int64);
            return Reduction.Sum(count, Shapes.Dims("any", [dim], Rank), keepdim).ne(0);
        }

        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero() => ne(0).sum();

        /// <summary>ln Σ exp over a dimension, without overflow.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            RequireFloat("logsumexp");
            var d = Shapes.Dim("logsumexp", dim, Rank);
            var x = (Rank == 0 ? reshape(1) : movedim(d, -1)).contiguous();
            var (rows, columns) = x.RowsAndColumns();
            if (columns == 0)
                rows = (int)Shapes.Count(x.Sizes.AsSpan(0, x.Rank - 1));
            var y = Uninitialized(x.Sizes.AsSpan(0, x.Rank - 1), dtype);
            if (columns == 0)
                Copying.Fill(y, double.NegativeInfinity);
            else if (dtype == ScalarType.Float32)
                LogSumExpKernel.Forward(x.Span<float>(), rows, columns, y.Span<float>());
            else
                LogSumExpKernel.Forward(x.Span<double>(), rows, columns, y.Span<double>());
            if (Records(x))
                new LogSumExpOp(x, y).Attach(y);
            return keepdim && Rank > 0 ? y.unsqueeze(d) : y;
        }

        /// <summary>exp x / Σ exp x along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The type to compute in.</param>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax("softmax", dim, dtype, log: false);

        /// <summary>ln softmax along a dimension, without underflow.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The type to compute in.</param>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax("log_softmax", dim, dtype, log: true);

        internal void RequireFloatArgument(string operation)
        {
            if (!dtype.IsFloat())
                throw new ArgumentException(Throw.NotAFloat(operation, dtype).Message);
        }

        internal void RequireFloat(string operation)
        {
            if (!dtype.IsFloat())
                throw Throw.NotAFloat(operation, dtype);
        }

        private Tensor Sum(string operation, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type, bool mean)
        {
            var target = type ?? (dtype.IsFloat() || mean ? dtype : ScalarType.Int64);
            if (mean && !target.IsFloat())
                throw Throw.NotAFloat("mean", dtype);
            if (target != dtype)
                return to_type(target).Sum(operation, dims, keepdim, null, mean);
            var reduced = Shapes.Dims(operation, dims, Rank);
            var y = Reduction.Sum(this, reduced, keepdim);
            var factor = 1.0;
            if (mean)
            {
                var count = y.Count == 0 ? 1 : Count / (double)y.Count;
                factor = 1 / count;
                var total = y;
                y = Arithmetic.Apply<DivFunction>(total, count, target);
                total.Dispose();
            }

            if (Records(this))
                new SumOp(this, Reduction.Sizes(Sizes, reduced, keepdim: true), factor).Attach(y);
            return y;
        }

        private Tensor Prod(long dim, bool keepdim, ScalarType? type)
        {
            var target = type ?? (dtype.IsFloat() ? dtype : ScalarType.Int64);
            if (target != dtype)
                return to_type(target).Prod(dim, keepdim, null);
            var reduced = Shapes.Dims("prod", [dim], Rank);
            var y = Uninitialized(Reduction.Sizes(Sizes, reduced, keepdim), dtype);
            using (var dense = Reduction.Rows(this, reduced, out var rows, out var columns))
            {
                var body = new ProdBody { Dense = dense, Rows = rows, Columns = columns, Y = y };
                ElementTypes.Dispatch(dtype, ref body);
            }

            if (Records(this))
                new ProdOp(this, Shapes.Dim("prod", dim, Rank)).Attach(y);
            return y;
        }

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

        private Tensor Softmax(string operation, long dim, ScalarType? type, bool log)
        {
            if (type is { } wanted && wanted != dtype)
                return to_type(wanted).Softmax(operation, dim, null, log);
            RequireFloat(operation);
            var d = Shapes.Dim(operation, dim, Rank);
            if (Rank > 0 && d != Rank - 1)
                return transpose(d, -1).Softmax(operation, -1, null, log).transpose(d, -1);
            var x = contiguous();
            var y = Uninitialized(Sizes, dtype);
            var (rows, columns) = x.RowsAndColumns();
            if (dtype == ScalarType.Float32)
            {
                if (log)
                    LogSoftmaxKernel.Forward(x.Span<float>(), rows, columns, y.Span<float>());
                else
                    SoftmaxKernel.Forward(x.Span<float>(), rows, columns, y.Span<float>());
            }
            else if (log)
            {
                LogSoftmaxKernel.Forward(x.Span<double>(), rows, columns, y.Span<double>());
            }
            else
            {
                SoftmaxKernel.Forward(x.Span<double>(), rows, columns, y.Span<double>());
            }

            if (Records(x))
                (log ? (Op)new LogSoftmaxOp(x, y) : new SoftmaxOp(x, y)).Attach(y);
            return y;
        }

        private struct ProdBody : IElementBody
        {
            public Tensor Dense;
            public Tensor Y;
            public long Rows;
            public long Columns;

            public readonly void Run<T>()
                where T : unmanaged, INumber<T> => Reduction.Apply<T, T, ProdRow<T>>(Dense, Rows, Columns, Y);
        }

        private struct ProdRow<T> : IRowReduction<T, T>
            where T : unmanaged, INumber<T>
        {
            public static T Apply(ReadOnlySpan<T> row)
            {
                var product = T.One;
                foreach (var x in row)
                    product *= x;
                return product;
            }
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
