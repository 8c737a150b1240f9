namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How single losses become one number.</summary>
        public enum Reduction
        {
            /// <summary>They do not: one number per example.</summary>
            None,

            /// <summary>Their mean.</summary>
            Mean,

            /// <summary>Their sum.</summary>
            Sum,
        }

        /// <summary>The activation of a plain recurrent net.</summary>
        public enum NonLinearities
        {
            /// <summary>max(x, 0).</summary>
            ReLU,

            /// <summary>tanh x.</summary>
            Tanh,
        }

        /// <summary>The activation of a Transformer's feed-forward part.</summary>
        public enum Activations
        {
            /// <summary>max(x, 0).</summary>
            ReLU,

            /// <summary>x Φ(x).</summary>
            GELU,
        }
    }
}
