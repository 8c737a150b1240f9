using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Clipping of gradients, and what helps with lists of parameters.</summary>
        public static partial class utils
        {
            [ThreadStatic]
            private static List<GradientSlot>? t_clipped;

            /// <summary>
            /// Scales all gradients together so that their norm is at most <paramref name="max_norm"/>:
            /// g ← g · max / (norm + 1e-6), if that shrinks them.
            /// </summary>
            /// <returns>The norm before clipping; 0 if there is no gradient.</returns>
            /// <remarks>Pascanu et al. 2013.</remarks>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = DisposeScope.Reused();
                using var _ = GradMode.Off();
                var gradients = t_clipped ?? [];
                t_clipped = null;
                Gather(tensors, gradients);
                var norm = gradients.Count == 0 ? 0 : Clip(gradients, max_norm, norm_type);
                gradients.Clear();
                t_clipped = gradients;
                return norm;
            }

            private static double Clip(List<GradientSlot> gradients, double max_norm, double norm_type)
            {
                var norm = Norm(gradients, norm_type);
                var scale = max_norm / (norm + 1e-6);

                // Written so that a norm that is no number reaches the gradients.
                if (!(scale >= 1))
                {
                    foreach (var gradient in gradients)
                        gradient.ScaleGrad(scale);
                }

                return norm;
            }

            // A list is walked by its numbers: its enumerator would be an object.
            private static void Gather(IEnumerable<Parameter> tensors, List<GradientSlot> gradients)
            {
                if (tensors is IReadOnlyList<Parameter> list)
                {
                    for (var i = 0; i < list.Count; i++)
                        Add(list[i], gradients);
                    return;
                }

                foreach (var parameter in tensors)
                    Add(parameter, gradients);
            }

            private static void Add(Parameter parameter, List<GradientSlot> gradients)
            {
                parameter.CheckAlive();
                if (parameter.CurrentSlot is { HasGrad: true } slot)
                    gradients.Add(slot);
            }

            /// <summary>Clamps every element of every gradient to ±<paramref name="clip_value"/>.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var parameter in tensors)
                    parameter.grad?.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters, row by row, in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return cat(tensors.Select(parameter => parameter.reshape(-1)).ToArray(), 0);
            }

            /// <summary>Copies the pieces of a vector into the parameters, in their order.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var targets = tensors.ToList();
                var total = targets.Sum(parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != total)
                {
                    throw new ArgumentException(
                        $"vector_to_parameters: the parameters hold {total} values, got a tensor {Show.Of(vec.shape)}; "
                        + "pass a vector of that many.");
                }

                var start = 0L;
                foreach (var parameter in targets)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).view_as(parameter));
                    start += parameter.numel();
                }
            }

            private static double Norm(List<GradientSlot> gradients, double type)
            {
                // Each tensor's own norm first, then the norm of these, as PyTorch does.
                var (sum, largest) = (0.0, 0.0);
                foreach (var gradient in gradients)
                {
                    var norm = NormOf(gradient, type);
                    if (double.IsNaN(norm))
                        return double.NaN;
                    largest = Math.Max(largest, norm);
                    sum += type == 2 ? norm * norm : Math.Pow(norm, type);
                }

                return double.IsPositiveInfinity(type) ? largest : type == 2 ? Math.Sqrt(sum) : Math.Pow(sum, 1 / type);
            }

            private static double NormOf(GradientSlot slot, double type) =>
                type == 2 && slot.StoredGrad is { Rows: { } rows, Scale: 1 } ? Math.Sqrt(rows.SumOfSquares()) : NormOf(slot.Grad!, type);

            private static double NormOf(Tensor gradient, double type) =>
                gradient.numel() == 0 ? 0
                : double.IsPositiveInfinity(type) ? gradient.abs().max().ToDouble()
                : type == 2 ? Math.Sqrt(SumOfSquares(gradient))
                : Math.Pow(gradient.abs().pow(type).sum().ToDouble(), 1 / type);

            private static double SumOfSquares(Tensor gradient)
            {
                using var copy = gradient.Contiguous ? null : gradient.Dense();
                var dense = copy ?? gradient;
                double sum = dense.dtype == ScalarType.Float32
                    ? ReduceKernel.SumSquares(dense.Span<float>())
                    : ReduceKernel.SumSquares(dense.Span<double>());
                GC.KeepAlive(dense);
                return sum;
            }
        }
    }
}
