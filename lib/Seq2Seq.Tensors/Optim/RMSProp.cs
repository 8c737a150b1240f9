using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Steps scaled by a running mean of squared gradients.</summary>
/// <remarks>
/// Tieleman and Hinton 2012; centred: Graves 2013. s ← alpha · s + (1 − alpha) g², p ← p − lr · g / (√s + eps).
/// </remarks>
public sealed class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="alpha">The decay of the mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="centered">Divide by the variance instead of the mean square.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public RMSProp(
        IEnumerable<Parameter> parameters,
        double lr = 0.001,
        double alpha = 0.99,
        double eps = 1e-08,
        double weight_decay = 0.0,
        double momentum = 0.0,
        bool centered = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="alpha">The decay of the mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="centered">Divide by the variance instead of the mean square.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public RMSProp(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.001,
        double alpha = 0.99,
        double eps = 1e-08,
        double weight_decay = 0.0,
        double momentum = 0.0,
        bool centered = false,
        bool maximize = false)
        : base(lr, Checked(new Options { alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    /// <summary>The momentum of groups that name none; groups already added keep theirs.</summary>
    public double Momentum
    {
        get => ((Options)Defaults).momentum!.Value;
        set => ((Options)Defaults).momentum = value;
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var memory = (State)state;
        memory.StepCount++;
        InPlaceStep.Apply(new Step((Options)options), parameter, gradient, memory.Square, memory.Momentum, memory.Mean);
    }

    private static Options Checked(Options options)
    {
        CheckNotNegative(options.alpha!.Value, "alpha");
        CheckNotNegative(options.eps!.Value, "eps");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        CheckNotNegative(options.momentum!.Value, "momentum");
        return options;
    }

    /// <summary>The numbers that steer RMSProp.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of the mean square.</summary>
        public double? alpha { get; set; }

        /// <summary>Added to the root.</summary>
        public double? eps { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>The share of the last step that is kept.</summary>
        public double? momentum { get; set; }

        /// <summary>Divide by the variance instead of the mean square.</summary>
        public bool? centered { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<RMSProp.Options>, optim.IMomentum
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
            double lr = 0.001,
            double eps = 1e-08,
            double alpha = 0.99,
            double weight_decay = 0.0,
            double momentum = 0.0,
            bool centered = false)
            : base(parameters, new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        /// <summary>The momentum of this group.</summary>
        public double Momentum
        {
            get => Options!.momentum!.Value;
            set => Options!.momentum = value;
        }
    }

    private sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public Tensor Square { get; } = Zeros(parameter);

        public Tensor Momentum { get; private set; } = Zeros(parameter);

        public Tensor Mean { get; private set; } = Zeros(parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Square);
            SaveOptional(writer, Momentum);
            SaveOptional(writer, Mean);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Square);
            Momentum = LoadOptional(reader, Momentum) ?? Zeros(Parameter);
            Mean = LoadOptional(reader, Mean) ?? Zeros(Parameter);
        }

        protected override void Dispose(bool disposing)
        {
            Square.Dispose();
            Momentum.Dispose();
            Mean.Dispose();
        }
    }

    private readonly struct Step(Options options) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> square, Span<T> velocity, Span<T> mean)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var rate = T.CreateTruncating(options.LearningRate!.Value);
            var (alpha, rest) = (T.CreateTruncating(options.alpha!.Value), T.CreateTruncating(1 - options.alpha!.Value));
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var momentum = T.CreateTruncating(options.momentum!.Value);
            var eps = T.CreateTruncating(options.eps!.Value);
            var (climb, centered) = (options.maximize!.Value, options.centered!.Value);
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = climb ? -gradient[i] : gradient[i];
                if (decay != T.Zero)
                    g += decay * parameter[i];
                square[i] = (alpha * square[i]) + (rest * g * g);
                var spread = square[i];
                if (centered)
                {
                    mean[i] = (alpha * mean[i]) + (rest * g);
                    spread -= mean[i] * mean[i];
                }

                var scaled = g / (T.Sqrt(spread) + eps);
                if (momentum != T.Zero)
                {
                    velocity[i] = (momentum * velocity[i]) + scaled;
                    scaled = velocity[i];
                }

                parameter[i] -= rate * scaled;
            }
        }
    }
}
