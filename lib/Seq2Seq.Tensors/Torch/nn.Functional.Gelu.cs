using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Φ(x), Φ being the normal distribution function, exactly or by a hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                var y = approximate == Modules.GELU.Approximate.tanh ? TanhGelu(x) : x.gelu();
                return inplace ? x.copy_(y) : y;
            }

            // ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
            private static Tensor TanhGelu(Tensor x) =>
                x * 0.5 * (((x + (x.pow(3) * 0.044715)) * Math.Sqrt(2 / Math.PI)).tanh() + 1);
        }
    }
}
