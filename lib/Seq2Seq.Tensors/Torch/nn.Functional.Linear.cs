using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Wᵀ + b over the last dimension.</summary>
            /// <param name="input">x (..., in).</param>
            /// <param name="weights">W (out, in).</param>
            /// <param name="bias">b (out), if any.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weights);
                if (weights.Rank != 2)
                    throw Throw.ExpectedRank("linear", "the weight", "2 (out, in)", weights.Sizes);
                if (input.Rank == 0)
                    throw Throw.ExpectedRank("linear", "the input", "at least 1", input.Sizes);
                if (input.dtype != weights.dtype)
                    throw Throw.DifferentTypes("linear", input.dtype, weights.dtype);
                if (input.Sizes[^1] != weights.Sizes[1])
                    throw Throw.LinearSizes(input.Sizes, weights.Sizes);
                if (bias is not null && (bias.Rank != 1 || bias.Sizes[0] != weights.Sizes[0]))
                    throw Throw.ExpectedShape("linear", "the bias", [weights.Sizes[0]], bias.Sizes);
                if (!input.dtype.IsFloat())
                    return bias is null ? input.matmul(weights.t()) : input.matmul(weights.t()).add(bias);
                if (input.Contiguous || input.Rank == 2)
                    return Run(input, weights, bias);
                var rows = Shapes.Count(input.Sizes.AsSpan(0, input.Rank - 1));
                return Run(input.Reshape(rows, input.Sizes[^1]), weights, bias).Reshape(Shapes.Join(input.Sizes.AsSpan(..^1), [weights.Sizes[0]]));
            }

            private static Tensor Run(Tensor x, Tensor weight, Tensor? bias)
            {
                var y = Tensor.Uninitialized(Shapes.Join(x.Sizes.AsSpan(..^1), [weight.Sizes[0]]), x.dtype);
                using (var rows = x.Matrix())
                using (var results = y.Matrix())
                    Multiplication.Linear(rows, weight, bias, weight is Parameter, results);
                if (Tensor.Records(x, weight, bias))
                    Recorded.Linear(x, weight, bias).Attach(y);
                return y;
            }
        }
    }
}
