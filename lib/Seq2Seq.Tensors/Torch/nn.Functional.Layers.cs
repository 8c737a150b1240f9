using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Rows of a table: y[…, :] = weight[x[…], :].</summary>
            /// <param name="x">Row numbers, Int64 or Int32.</param>
            /// <param name="weight">The table (rows, dimensions).</param>
            /// <param name="padding_idx">A row that gets no gradient.</param>
            /// <param name="max_norm">Rows that are looked up are first shortened to this norm, in place.</param>
            /// <param name="norm_type">The p of that norm.</param>
            /// <param name="scale_grad_by_freq">Divides each row's gradient by how often it was looked up.</param>
            /// <param name="sparse">Sparse tensors do not exist here, so true is refused. Where few rows are looked up, only these are kept and stepped over anyway, until somebody asks for the gradient.</param>
            public static Tensor embedding(
                Tensor x,
                Tensor weight,
                long? padding_idx = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                bool sparse = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                ArgumentNullException.ThrowIfNull(weight);
                if (sparse)
                {
                    throw new NotSupportedException(
                        "embedding: sparse gradients do not exist in this engine; leave sparse at false.");
                }

                return EmbeddingLookup.Run(x, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq);
            }

            /// <summary>In training, zeroes each element with probability p and scales the others by 1/(1−p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (p is not (>= 0 and <= 1))
                {
                    throw new TensorException(
                        $"dropout probability has to be between 0 and 1, but got {Show.Of(p)}");
                }

                if (!training || p == 0)
                    return inplace ? input : input.alias();
                if (!input.dtype.IsFloat())
                {
                    throw new TensorException(
                        $"dropout: expected a floating point tensor, got {input.dtype}; convert with to(float32).");
                }

                var dropped = DropoutOp.Run(input, p);
                return inplace ? input.copy_(dropped) : dropped;
            }

            /// <summary>(x − mean) / √(variance + eps) · weight + bias over the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(normalized_shape);
                var outer = (int)input.dim() - normalized_shape.Length;
                if (normalized_shape.Length == 0 || outer < 0 || !input.Sizes.AsSpan(outer).SequenceEqual(normalized_shape))
                {
                    throw new TensorException(
                        $"Given normalized_shape={Show.Of(normalized_shape)}, expected input with shape "
                        + $"[*, {string.Join(", ", normalized_shape)}], but got input of size{Show.Of(input.shape)}");
                }

                CheckAffine(weight, normalized_shape, "weight");
                CheckAffine(bias, normalized_shape, "bias");
                CheckTypes(input, weight, bias);
                var columns = (int)Shapes.Count(normalized_shape);
                return LayerNormOp.Run(input, columns, weight, bias, eps);
            }

            /// <summary>
            /// (x − mean) / √(variance + eps) · weight + bias per channel of (B, C, …): measured over the batch in training,
            /// when the running statistics follow, else taken from them.
            /// </summary>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-05)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (!training && (running_mean is null || running_var is null))
                {
                    throw new ArgumentException(
                        "batch_norm: without training the running mean and variance are needed; pass them or training: true.");
                }

                return BatchNormalization.Run(
                    input, running_mean, running_var, weight, bias, training, momentum, eps);
            }

            /// <summary>softmax(q kᵀ / √E + mask) v.</summary>
            /// <param name="query">(…, T, E).</param>
            /// <param name="key">(…, S, E).</param>
            /// <param name="value">(…, S, V).</param>
            /// <param name="attn_mask">Broadcast to (…, T, S): bool, true where attention is allowed, or numbers that are added.</param>
            /// <param name="p">Dropout of the weights.</param>
            /// <param name="is_casual">Position t sees positions up to t only.</param>
            /// <remarks>Vaswani et al. 2017, equation 1.</remarks>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                ArgumentNullException.ThrowIfNull(value);
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Casual attention masking cannot pass a mask.");
                return ScaledDotProduct.Run(query, key, value, attn_mask, p, is_casual);
            }

            private static void CheckTypes(Tensor input, Tensor? weight, Tensor? bias)
            {
                if (!input.dtype.IsFloat() || (weight ?? input).dtype != input.dtype || (bias ?? input).dtype != input.dtype)
                {
                    throw new TensorException(
                        $"layer_norm: input, weight and bias must have one floating point type, got {input.dtype}, "
                        + $"{weight?.dtype.ToString() ?? "none"}, {bias?.dtype.ToString() ?? "none"}; convert with to(dtype).");
                }
            }

            private static void CheckAffine(Tensor? affine, long[] shape, string name)
            {
                if (affine is not null && !affine.Sizes.AsSpan().SequenceEqual(shape))
                {
                    throw new TensorException(
                        $"layer_norm: expected {name} {Show.Of(shape)}, the normalized_shape, got {Show.Of(affine.shape)}.");
                }
            }
        }
    }
}
