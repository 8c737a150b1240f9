using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Steps scaled by the sum of all squared gradients so far.</summary>
/// <remarks>
/// Duchi et al. 2011: s ← s + g², p ← p − lr / (1 + (t − 1) lr_decay) · g / (√s + eps).
/// </remarks>
public sealed class Adagrad : OptimizerHelper
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="lr_decay">How fast the rate falls.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="initial_accumulator_value">The sum of squares at the start.</param>
    /// <param name="eps">Added to the root.</param>
    public Adagrad(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double lr_decay = 0.0,
        double weight_decay = 0.0,
        double initial_accumulator_value = 0.0,
        double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="lr_decay">How fast the rate falls.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="initial_accumulator_value">The sum of squares at the start.</param>
    /// <param name="eps">Added to the root.</param>
    public Adagrad(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.01,
        double lr_decay = 0.0,
        double weight_decay = 0.0,
        double initial_accumulator_value = 0.0,
        double eps = 1e-10)
        : base(lr, Checked(new Options { lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps }))
    {
        AddGroups(parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, ((Options)options).initial_accumulator_value!.Value);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var rate = own.LearningRate!.Value / (1 + (memory.StepCount++ * own.lr_decay!.Value));
        InPlaceStep.Apply(new Step(own, rate), parameter, gradient, memory.Sum);
    }

    private static Options Checked(Options options)
    {
        CheckNotNegative(options.lr_decay!.Value, "lr_decay");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        CheckNotNegative(options.initial_accumulator_value!.Value, "initial_accumulator_value");
        CheckNotNegative(options.eps!.Value, "eps");
        return options;
    }

    /// <summary>The numbers that steer Adagrad.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>How fast the rate falls.</summary>
        public double? lr_decay { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>The sum of squares at the start.</summary>
        public double? initial_accumulator_value { get; set; }

        /// <summary>Added to the root.</summary>
        public double? eps { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(lr_decay!.Value);
            writer.Write(initial_accumulator_value!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            lr_decay = reader.ReadDouble();
            initial_accumulator_value = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Adagrad.Options>
    {
        /// <summary>An empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group with these options; whatever is null takes the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options)
            : base(parameters, options)
        {
        }

        /// <summary>A group with these options.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double lr_decay = 0.0,
            double weight_decay = 0.0,
            double initial_accumulator_value = 0.0,
            double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }

    private sealed class State(Parameter parameter, double start) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public Tensor Sum { get; } = Filled(parameter, start);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Sum);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Sum);
        }

        protected override void Dispose(bool disposing)
        {
            Sum.Dispose();
        }
    }

    private readonly struct Step(Options options, double rate) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> sum, Span<T> second, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var lr = T.CreateTruncating(rate);
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var eps = T.CreateTruncating(options.eps!.Value);
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = decay == T.Zero ? gradient[i] : gradient[i] + (decay * parameter[i]);
                sum[i] += g * g;
                parameter[i] -= lr * g / (T.Sqrt(sum[i]) + eps);
            }
        }
    }
}
