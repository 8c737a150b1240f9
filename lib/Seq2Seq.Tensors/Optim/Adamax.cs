using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Adam with the largest gradient instead of the mean square.</summary>
/// <remarks>
/// Kingma and Ba 2015, section 7.1: u ← max(β₂ u, |g| + eps), p ← p − lr / (1 − β₁ᵗ) · m / u.
/// </remarks>
public sealed class Adamax : OptimizerHelper, optim.IBetas
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="beta1">The decay of the mean of gradients.</param>
    /// <param name="beta2">The decay of their mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    public Adamax(
        IEnumerable<Parameter> parameters,
        double lr,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0.0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="beta1">The decay of the mean of gradients.</param>
    /// <param name="beta2">The decay of their mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    public Adamax(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.002,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0.0)
        : base(lr, Checked(new Options { beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay }))
    {
        AddGroups(parameters);
    }

    /// <summary>beta1 and beta2 of groups that name none; groups already added keep theirs.</summary>
    public (double, double) Betas
    {
        get => (((Options)Defaults).beta1!.Value, ((Options)Defaults).beta2!.Value);
        set => (((Options)Defaults).beta1, ((Options)Defaults).beta2) = value;
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var rate = own.LearningRate!.Value / (1 - Power.Of(own.beta1!.Value, ++memory.StepCount));
        InPlaceStep.Apply(new Step(own, rate), parameter, gradient, memory.Mean, memory.Largest);
    }

    private static Options Checked(Options options)
    {
        CheckBeta(options.beta1!.Value, "beta1");
        CheckBeta(options.beta2!.Value, "beta2");
        CheckNotNegative(options.eps!.Value, "eps");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        return options;
    }

    /// <summary>The numbers that steer Adamax.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of the mean of gradients.</summary>
        public double? beta1 { get; set; }

        /// <summary>The decay of their mean square.</summary>
        public double? beta2 { get; set; }

        /// <summary>Added to the root.</summary>
        public double? eps { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Adamax.Options>, optim.IBetas
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
            double lr = 1.0,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }

        /// <summary>beta1 and beta2 of this group.</summary>
        public (double, double) Betas
        {
            get => (Options!.beta1!.Value, Options.beta2!.Value);
            set => (Options!.beta1, Options.beta2) = value;
        }
    }

    private sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public Tensor Mean { get; } = Zeros(parameter);

        public Tensor Largest { get; } = Zeros(parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Mean);
            SaveTensor(writer, Largest);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Mean);
            LoadTensor(reader, Largest);
        }

        protected override void Dispose(bool disposing)
        {
            Mean.Dispose();
            Largest.Dispose();
        }
    }

    private readonly struct Step(Options options, double rate) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> largest, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var lr = T.CreateTruncating(rate);
            var (beta1, rest) = (T.CreateTruncating(options.beta1!.Value), T.CreateTruncating(1 - options.beta1!.Value));
            var beta2 = T.CreateTruncating(options.beta2!.Value);
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var eps = T.CreateTruncating(options.eps!.Value);
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = decay == T.Zero ? gradient[i] : gradient[i] + (decay * parameter[i]);
                mean[i] = (beta1 * mean[i]) + (rest * g);
                largest[i] = T.Max(beta2 * largest[i], T.Abs(g) + eps);
                parameter[i] -= lr * mean[i] / largest[i];
            }
        }
    }
}
