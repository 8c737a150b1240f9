using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>y = x Wᵀ + b; weights U(±1/√in).</summary>
        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new Linear(inputSize, outputSize, hasBias, dtype).On(device);

        /// <summary>y = x Wᵀ + b with given weights.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>A table of vectors, one per token; weights N(0, 1), the padding row zero.</summary>
        public static Embedding Embedding(
            long num_embeddings,
            long embedding_dims,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null)
        {
            RefuseSparse(sparse);
            return new Embedding(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, dtype)
                .On(device);
        }

        /// <summary>A table of given vectors, frozen unless told otherwise.</summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings,
            bool freeze = true,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null)
        {
            ArgumentNullException.ThrowIfNull(embeddings);
            if (embeddings.dim() != 2)
            {
                throw new ArgumentException(
                    $"Embedding_from_pretrained: expected a matrix (tokens, dimensions), got {Show.Of(embeddings.shape)}.");
            }

            RefuseSparse(sparse);
            var table = dtype is { } type ? embeddings.to(type) : embeddings;
            return new Embedding(table, freeze, padding_idx, max_norm, norm_type, scale_grad_by_freq).On(device);
        }

        /// <summary>In training, zeroes each element with probability p and scales the others by 1/(1−p).</summary>
        public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Normalises the last dimension of each example.</summary>
        public static LayerNorm LayerNorm(
            long normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalises the last dimensions of each example together.</summary>
        public static LayerNorm LayerNorm(
            long[] normalized_shape,
            double eps = 1e-05,
            bool elementwise_affine = true,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null)
        {
            ArgumentNullException.ThrowIfNull(normalized_shape);
            return new LayerNorm(normalized_shape, eps, elementwise_affine, bias, dtype).On(device);
        }

        /// <summary>Normalises each channel of (B, C) or (B, C, L) over the batch.</summary>
        public static BatchNorm1d BatchNorm1d(
            long num_features,
            double eps = 1e-05,
            double momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new BatchNorm1d(num_features, eps, momentum, affine, track_running_stats, dtype).On(device);

        /// <summary>Normalises each channel of (B, C, H, W) over the batch.</summary>
        public static BatchNorm2d BatchNorm2d(
            long num_features,
            double eps = 1e-05,
            double momentum = 0.1,
            bool affine = true,
            bool track_running_stats = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new BatchNorm2d(num_features, eps, momentum, affine, track_running_stats, dtype).On(device);

        /// <summary>y = x.</summary>
        public static Identity Identity() => new();

        /// <summary>Makes one dimension of several neighbouring ones.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>A tensor that a module learns; takes the memory of <paramref name="data"/> over.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        private static void RefuseSparse(bool sparse)
        {
            if (sparse)
            {
                throw new NotSupportedException(
                    "Embedding: sparse gradients do not exist in this engine; leave sparse at false.");
            }
        }
    }
}
