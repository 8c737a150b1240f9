using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Adam that corrects the variance of its first steps.</summary>
/// <remarks>
/// Liu et al. 2020: while the variance of 1/√v is not yet tractable, plain momentum steps are taken.
/// </remarks>
public sealed class RAdam : OptimizerHelper, optim.IBetas
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="beta1">The decay of the mean of gradients.</param>
    /// <param name="beta2">The decay of their mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    public RAdam(
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
    public RAdam(
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
        var t = ++memory.StepCount;
        var (correction1, power2) = (1 - Power.Of(own.beta1!.Value, t), Power.Of(own.beta2!.Value, t));
        var correction2 = 1 - power2;
        var limit = (2 / (1 - own.beta2!.Value)) - 1;
        var length = limit - (2 * t * power2 / correction2);
        var rectified = length > 5
            ? Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)) * Math.Sqrt(correction2)
            : (double?)null;
        var step = new Step(own, own.LearningRate!.Value / correction1, rectified);
        InPlaceStep.Apply(step, parameter, gradient, memory.Mean, memory.Square);
    }

    private static Options Checked(Options options)
    {
        CheckBeta(options.beta1!.Value, "beta1");
        CheckBeta(options.beta2!.Value, "beta2");
        CheckNotNegative(options.eps!.Value, "eps");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        return options;
    }

    /// <summary>The numbers that steer RAdam.</summary>
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
    public sealed class ParamGroup : ParamGroup<RAdam.Options>, optim.IBetas
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

        public Tensor Square { get; } = Zeros(parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Mean);
            SaveTensor(writer, Square);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Mean);
            LoadTensor(reader, Square);
        }

        protected override void Dispose(bool disposing)
        {
            Mean.Dispose();
            Square.Dispose();
        }
    }

    private readonly struct Step(Options options, double rate, double? rectified) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var lr = T.CreateTruncating(rate * (rectified ?? 1));
            var (beta1, rest1) = (T.CreateTruncating(options.beta1!.Value), T.CreateTruncating(1 - options.beta1!.Value));
            var (beta2, rest2) = (T.CreateTruncating(options.beta2!.Value), T.CreateTruncating(1 - options.beta2!.Value));
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var eps = T.CreateTruncating(options.eps!.Value);
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = decay == T.Zero ? gradient[i] : gradient[i] + (decay * parameter[i]);
                mean[i] = (beta1 * mean[i]) + (rest1 * g);
                square[i] = (beta2 * square[i]) + (rest2 * g * g);
                var divisor = rectified is null ? T.One : T.Sqrt(square[i]) + eps;
                parameter[i] -= lr * mean[i] / divisor;
            }
        }
    }
}
