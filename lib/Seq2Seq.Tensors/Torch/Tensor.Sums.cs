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
                Recorded.Sum(this, Reduction.Sizes(Sizes, reduced, keepdim: true), factor).Attach(y);
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
    }
}
