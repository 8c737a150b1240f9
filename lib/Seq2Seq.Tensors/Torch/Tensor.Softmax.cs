namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>ln Σ exp over a dimension, without overflow.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Keep it with size 1.</param>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            RequireFloat("logsumexp");
            var d = Shapes.Dim("logsumexp", dim, Rank);
            var x = (Rank == 0 ? reshape(1) : movedim([d], [-1])).contiguous();
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
                (log ? (Op)Recorded.LogSoftmax(x, y) : Recorded.Softmax(x, y)).Attach(y);
            return y;
        }
    }
}
