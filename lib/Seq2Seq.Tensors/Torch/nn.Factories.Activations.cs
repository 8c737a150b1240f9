using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>y = max(x, 0).</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>y = tanh x.</summary>
        public static Tanh Tanh() => new(inplace: false);

        /// <summary>y = tanh x.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid() => new(inplace: false);

        /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>y = x Φ(x).</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, inplace: false);

        /// <summary>y = x Φ(x), exactly or by a hyperbolic tangent.</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>y = x above zero, α (eˣ − 1) below.</summary>
        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        /// <summary>y = x above zero, slope · x below.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>y = x / (1 + e⁻ˣ).</summary>
        public static SiLU SiLU() => new();

        /// <summary>y = ln(1 + eˣ).</summary>
        public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

        /// <summary>y = eˣ / Σ eˣ along one dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>y = x − ln Σ eˣ along one dimension.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);
    }
}
