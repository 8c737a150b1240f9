using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills weights before training. Every function changes its tensor, outside the graph, and returns it.</summary>
        public static partial class init
        {
            /// <summary>Which side of a weight its spread is kept constant for.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: the forward pass keeps its spread.</summary>
                FanIn,

                /// <summary>The outputs: the backward pass keeps its spread.</summary>
                FanOut,
            }

            /// <summary>What follows the weight.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear,

                /// <summary>A convolution along a sequence.</summary>
                Conv1D,

                /// <summary>A convolution over an image.</summary>
                Conv2D,

                /// <summary>A convolution over a volume.</summary>
                Conv3D,

                /// <summary>A transposed convolution along a sequence.</summary>
                ConvTranspose1D,

                /// <summary>A transposed convolution over an image.</summary>
                ConvTranspose2D,

                /// <summary>A transposed convolution over a volume.</summary>
                ConvTranspose3D,

                /// <summary>1 / (1 + e⁻ˣ).</summary>
                Sigmoid,

                /// <summary>tanh x.</summary>
                Tanh,

                /// <summary>max(x, 0).</summary>
                ReLU,

                /// <summary>x, or slope · x below zero.</summary>
                LeakyReLU,
            }

            /// <summary>How many inputs and outputs a weight (out, in, kernel…) connects.</summary>
            public static (long fan_in, long fan_out) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() < 2)
                {
                    throw new ArgumentException(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, got "
                        + $"{Show.Of(tensor.shape)}; use uniform_ or normal_ for a vector.");
                }

                var field = tensor.shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (tensor.size(1) * field, tensor.size(0) * field);
            }

            /// <summary>The factor that keeps the spread constant through the nonlinearity.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>U(low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Outside(tensor, t => t.uniform_(low, high, generator));

            /// <summary>N(mean, std²).</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Outside(tensor, t => t.normal_(mean, std, generator));

            /// <summary>N(mean, std²), every value outside [a, b] drawn again.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                if (a >= b)
                {
                    throw new ArgumentException(
                        $"trunc_normal_: the limits ({Show.Of(a)}, {Show.Of(b)}) leave nothing; the first must be smaller.");
                }

                return Outside(tensor, t =>
                {
                    t.normal_(mean, std, generator);
                    for (var round = 0; round < 1000; round++)
                    {
                        using var scope = NewDisposeScope();
                        var outside = t.lt(a).logical_or(t.gt(b));
                        if (!outside.any().item<bool>())
                            return;
                        t.copy_(where(outside, zeros_like(t).normal_(mean, std, generator), t));
                    }

                    // Limits so far out that a thousand draws miss them: the nearest allowed value.
                    t.clamp_(a, b);
                });
            }

            /// <summary>The same number everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Outside(tensor, t => t.fill_(val));

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() != 2)
                    throw new ArgumentException($"eye_: expected a matrix, got {Show.Of(tensor.shape)}.");
                return Outside(tensor, t => t.copy_(eye(t.size(0), t.size(1), dtype: t.dtype)));
            }

            /// <summary>Convolution kernels that pass their input on, as far as there are channels.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() is not (3 or 4 or 5))
                    throw new ArgumentException($"dirac_: expected 3, 4 or 5 dimensions, got {Show.Of(tensor.shape)}.");
                return Outside(tensor, t =>
                {
                    t.zero_();
                    for (var channel = 0L; channel < Math.Min(t.size(0), t.size(1)); channel++)
                    {
                        var kernel = t[channel, channel];
                        while (kernel.dim() > 0)
                            kernel = kernel[kernel.size(0) / 2];
                        kernel.fill_(1);
                    }
                });
            }

            /// <summary>U(±gain · √(6 / (in + out))).</summary>
            /// <remarks>Glorot and Bengio 2010.</remarks>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (inputs, outputs) = CalculateFanInAndFanOut(tensor);
                var bound = gain * Math.Sqrt(6.0 / (inputs + outputs));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² · 2 / (in + out)).</summary>
            /// <remarks>Glorot and Bengio 2010.</remarks>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                var (inputs, outputs) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (inputs + outputs)));
            }

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>U(±gain · √(3 / fan)).</summary>
            /// <remarks>He et al. 2015.</remarks>
            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * Spread(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² / fan).</summary>
            /// <remarks>He et al. 2015.</remarks>
            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, Spread(tensor, a, mode, nonlinearity));

            /// <summary>A random matrix with orthonormal rows or columns, whichever are fewer, times gain.</summary>
            /// <remarks>Saxe et al. 2014. Further dimensions count as columns.</remarks>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() < 2)
                {
                    throw new ArgumentException(
                        $"orthogonal_: expected at least 2 dimensions, got {Show.Of(tensor.shape)}.");
                }

                return Outside(tensor, t => OrthogonalDraw.Fill(t, gain));
            }

            /// <summary>N(0, std²) with a share of zeros in every column.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.dim() != 2)
                    throw new ArgumentException($"sparse_: expected a matrix, got {Show.Of(tensor.shape)}.");
                if (sparsity is not (>= 0 and <= 1))
                    throw new ArgumentException($"sparse_: sparsity must be between 0 and 1, got {Show.Of(sparsity)}.");
                return Outside(tensor, t =>
                {
                    t.normal_(0, std);
                    var zeros = (long)Math.Ceiling(sparsity * t.size(0));
                    for (var column = 0L; column < t.size(1) && zeros > 0; column++)
                    {
                        using var scope = NewDisposeScope();
                        foreach (var row in randperm(t.size(0)).narrow(0, 0, zeros).data<long>().ToArray())
                            t[row, column].zero_();
                    }
                });
            }

            private static double Spread(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (inputs, outputs) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? inputs : outputs);
            }

            private static Tensor Outside(Tensor tensor, Action<Tensor> fill)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using var _ = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
