namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
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
    }
}
