namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Layers and what belongs to them.</summary>
    public static partial class nn
    {
        /// <summary>Layers as functions: without parameters of their own.</summary>
        public static partial class functional
        {
            /// <summary>max(x, 0).</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            /// <summary>tanh x.</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            /// <param name="x">x.</param>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            /// <summary>x Φ(x), exact.</summary>
            /// <param name="x">x.</param>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>x σ(x).</summary>
            /// <param name="x">x.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? x.Overwrite("silu_", value => value.silu()).alias() : x.silu();

            /// <summary>x where positive, else negative_slope · x.</summary>
            /// <param name="input">x.</param>
            /// <param name="negative_slope">The slope below zero.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.Overwrite("leaky_relu_", x => x.leaky_relu(negative_slope)).alias() : input.leaky_relu(negative_slope);

            /// <summary>x where positive, else alpha (eˣ − 1).</summary>
            /// <param name="x">x.</param>
            /// <param name="alpha">The depth below zero.</param>
            /// <param name="inplace">Write the result into x.</param>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? x.Overwrite("elu_", value => value.elu(alpha)).alias() : x.elu(alpha);

            /// <summary>ln(1 + e^(beta x)) / beta; x itself above the threshold.</summary>
            /// <param name="x">x.</param>
            /// <param name="beta">How sharp the bend is.</param>
            /// <param name="threshold">Where beta x counts as straight.</param>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20)
            {
                var scaled = beta == 1 ? x : x.mul(beta);
                var soft = beta == 1 ? scaled.softplus() : scaled.softplus().div(beta);
                return where(scaled.gt(threshold), x, soft);
            }

            /// <summary>exp x / Σ exp x along a dimension.</summary>
            /// <param name="input">x.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="dtype">The type to compute in.</param>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>ln softmax along a dimension.</summary>
            /// <param name="x">x.</param>
            /// <param name="dim">The dimension.</param>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>ln(1 / (1 + e⁻ˣ)), without underflow.</summary>
            /// <param name="x">x.</param>
            public static Tensor logsigmoid(Tensor x) => x.neg().softplus().neg();

            /// <summary>max(x, 0) or a small multiple, learned: weight · x below zero.</summary>
            /// <param name="input">x.</param>
            /// <param name="weight">One number, or one for each channel (dimension 1).</param>
            public static Tensor prelu(Tensor input, Tensor weight)
            {
                var slope = weight.numel() == 1 || input.Rank < 2
                    ? weight
                    : weight.reshape([1, weight.numel(), .. Enumerable.Repeat(1L, input.Rank - 2)]);
                return where(input.gt(0), input, input.mul(slope));
            }

            /// <summary>x / max(‖x‖, eps) along a dimension.</summary>
            /// <param name="input">x.</param>
            /// <param name="p">Which norm.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least divisor.</param>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12) =>
                input.div(input.norm((int)dim, true, (float)p).clamp_min(eps));

            /// <summary>x1 · x2 / (‖x1‖ ‖x2‖) along a dimension.</summary>
            /// <param name="x1">The one.</param>
            /// <param name="x2">The other.</param>
            /// <param name="dim">The dimension.</param>
            /// <param name="eps">The least value of each norm.</param>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8)
            {
                var dot = x1.mul(x2).sum(dim);
                var first = x1.norm((int)dim).clamp_min(eps);
                var second = x2.norm((int)dim).clamp_min(eps);
                return dot.div(first.mul(second));
            }

            /// <summary>1 at the index, 0 elsewhere, along a new last dimension.</summary>
            /// <param name="x">Int64 indices.</param>
            /// <param name="num_classes">The size of the new dimension; -1 for one more than the largest index.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                ArgumentNullException.ThrowIfNull(x);
                if (x.dtype != ScalarType.Int64)
                    throw new ArgumentException(Throw.ExpectedType("one_hot", "the index", "Int64", x.dtype).Message);
                using var dense = x.Dense();
                var (least, most) = (0L, -1L);
                foreach (var value in dense.Span<long>())
                {
                    least = Math.Min(least, value);
                    most = Math.Max(most, value);
                }

                if (least < 0)
                    throw Throw.Bad($"one_hot: index {least} is negative; indices start at 0");
                if (num_classes >= 0 && most >= num_classes)
                    throw Throw.Bad($"one_hot: index {most} does not fit into {num_classes} classes; give at least {most + 1}");
                if (num_classes < 0 && x.Count == 0)
                    throw Throw.Bad("one_hot: an empty index does not tell the number of classes; give num_classes");
                var classes = num_classes < 0 ? most + 1 : num_classes;
                var place = x.unsqueeze(-1);
                return zeros([.. x.Sizes, classes], ScalarType.Int64).scatter(-1, place, ones(place.Sizes, ScalarType.Int64));
            }
        }
    }
}
