using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as plain functions.</summary>
        public static partial class functional
        {
            /// <summary>
            /// Softmax and negative log-likelihood in one. Targets are class numbers, Int64, or one probability per class.
            /// </summary>
            /// <param name="input">Logits (N, C), (C) or (N, C, d1, …).</param>
            /// <param name="target">Class numbers (N), () or (N, d1, …); or probabilities shaped as the input.</param>
            /// <param name="weight">One weight per class (C).</param>
            /// <param name="ignore_index">Targets of this number do not count.</param>
            /// <param name="reduction">Mean divides by the weights of the targets that count.</param>
            /// <param name="label_smoothing">The share ε of the target that is spread evenly over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                CheckSmoothing(label_smoothing);
                return target.dtype is ScalarType.Float32 or ScalarType.Float64
                    ? ClassLosses.OfProbabilities(input, target, weight, reduction, label_smoothing)
                    : ClassLosses.OfClasses(input, target, weight, ignore_index, reduction, label_smoothing);
            }

            /// <summary>−input[target]; the input is log-probabilities, shaped as for <see cref="cross_entropy"/>.</summary>
            public static Tensor nll_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return NegativeLogLikelihood.Of(input, target, weight, -100, reduction, "nll_loss");
            }

            /// <summary>(input − target)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return Reduce((input - target).square(), reduction);
            }

            /// <summary>|input − target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return Reduce((input - target).abs(), reduction);
            }

            /// <summary>−t ln p − (1 − t) ln(1 − p), the logarithms not below −100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckSameShape("binary_cross_entropy", input, target);
                var loss = -((target * input.log().clamp(min: -100)) + ((1 - target) * (1 - input).log().clamp(min: -100)));
                return Reduce(weight is null ? loss : loss * weight, reduction);
            }

            /// <summary>
            /// <see cref="binary_cross_entropy"/> of sigmoid(input), written as (1 − t) x + l (ln(1 + e^−|x|) + max(−x, 0)),
            /// l = 1 + (pos_weight − 1) t, which never overflows.
            /// </summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null)
            {
                CheckSameShape("binary_cross_entropy_with_logits", input, target);
                var softplus = (-input.abs()).exp().log1p() + (-input).clamp_min(0);
                if (pos_weights is not null)
                    softplus *= 1 + ((pos_weights - 1) * target);
                var loss = ((1 - target) * input) + softplus;
                return Reduce(weight is null ? loss : loss * weight, reduction);
            }

            /// <summary>t (ln t − input); the input is log-probabilities, and so is the target unless told otherwise.</summary>
            public static Tensor kl_div(
                Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (log_target)
                    return Reduce(target.exp() * (target - input), reduction);

                // 0 ln 0 counts as 0.
                var positive = target.gt(0);
                var entropy = target * torch.where(positive, target, ones_like(target)).log();
                return Reduce(entropy - (target * input), reduction);
            }

            internal static void CheckSmoothing(double label_smoothing)
            {
                if (label_smoothing is not (>= 0 and <= 1))
                {
                    throw new ArgumentException(
                        $"label_smoothing must be between 0.0 and 1.0. Got: {Show.Of(label_smoothing)}");
                }
            }

            internal static Tensor Reduce(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => losses.mean(),
                Reduction.Sum => losses.sum(),
                _ => losses,
            };

            private static void CheckSameShape(string operation, Tensor input, Tensor target)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (!input.shape.AsSpan().SequenceEqual(target.shape))
                {
                    throw new ArgumentException(
                        $"{operation}: target size {Show.Of(target.shape)} must be the same as input size "
                        + $"{Show.Of(input.shape)}.");
                }
            }
        }
    }
}
