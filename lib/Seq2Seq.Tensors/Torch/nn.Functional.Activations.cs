using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Wᵀ + b over the last dimension; W is (out, in).</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(weights);
                if (weights.dim() != 2 || input.dim() == 0 || input.size(-1) != weights.size(1))
                {
                    throw new TensorException(
                        $"linear: an input {Show.Of(input.shape)} does not fit weights {Show.Of(weights.shape)}, "
                        + "which are (out, in): the input's last size must be in.");
                }

                var product = input.matmul(weights.t());
                return bias is null ? product : product + bias;
            }

            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => Into(x, x.relu(), inplace);

            /// <summary>tanh x.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => Into(x, x.tanh(), inplace);

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => Into(x, x.sigmoid(), inplace);

            /// <summary>x Φ(x), Φ being the normal distribution function.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>x Φ(x), exactly or by a hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                Into(x, approximate == Modules.GELU.Approximate.tanh ? TanhGelu(x) : x.gelu(), inplace);

            /// <summary>x above zero, α (eˣ − 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => Into(x, x.elu(alpha), inplace);

            /// <summary>x above zero, slope · x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Into(input, input.leaky_relu(negative_slope), inplace);

            /// <summary>x / (1 + e⁻ˣ).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => Into(x, x.silu(), inplace);

            /// <summary>ln(1 + e^(βx)) / β; x itself where βx is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                beta == 1 && threshold == 20 ? x.softplus()
                : torch.where((x * beta).gt(threshold), x, (x * beta).softplus() / beta);

            /// <summary>eˣ / Σ eˣ along one dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>x − ln Σ eˣ along one dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            // ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
            private static Tensor TanhGelu(Tensor x) =>
                x * 0.5 * (((x + (x.pow(3) * 0.044715)) * Math.Sqrt(2 / Math.PI)).tanh() + 1);

            private static Tensor Into(Tensor x, Tensor y, bool inplace) => inplace ? x.copy_(y) : y;
        }
    }
}
