using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Adam with decoupled weight decay.</summary>
/// <remarks>
/// Loshchilov and Hutter 2019: p ← p (1 − lr · weight_decay), then a step of Adam. TorchSharp's default for weight_decay is 0.
/// </remarks>
public sealed class AdamW : OptimizerHelper, optim.IBetas
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="beta1">The decay of the mean of gradients.</param>
    /// <param name="beta2">The decay of their mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter taken off at each step, scaled by the rate.</param>
    /// <param name="amsgrad">Divide by the largest mean square so far.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public AdamW(
        IEnumerable<Parameter> parameters,
        double lr = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0.0,
        bool amsgrad = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="beta1">The decay of the mean of gradients.</param>
    /// <param name="beta2">The decay of their mean square.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter taken off at each step, scaled by the rate.</param>
    /// <param name="amsgrad">Divide by the largest mean square so far.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public AdamW(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.001,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double eps = 1e-08,
        double weight_decay = 0.0,
        bool amsgrad = false,
        bool maximize = false)
        : base(lr, Checked(new Options { beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    /// <summary>beta1 and beta2 of groups that name none; groups already added keep theirs.</summary>
    public (double, double) Betas
    {
        get => (((Options)Defaults).beta1!.Value, ((Options)Defaults).beta2!.Value);
        set => (((Options)Defaults).beta1, ((Options)Defaults).beta2) = value;
    }

    private protected override bool ReadsStored => true;

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        memory.StepCount++;
        var largest = own.amsgrad!.Value ? memory.Largest ?? memory.NewLargest() : null;
        var step = new AdamStep(
            own.LearningRate!.Value, own.beta1!.Value, own.beta2!.Value, own.eps!.Value, own.weight_decay!.Value, decoupled: true, own.maximize!.Value, memory.StepCount, gradient);
        InPlaceStep.Apply(step, parameter, gradient, memory.Mean, memory.Square, largest);
    }

    private static Options Checked(Options options)
    {
        CheckBeta(options.beta1!.Value, "beta1");
        CheckBeta(options.beta2!.Value, "beta2");
        CheckNotNegative(options.eps!.Value, "eps");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        return options;
    }

    /// <summary>The numbers that steer AdamW.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of the mean of gradients.</summary>
        public double? beta1 { get; set; }

        /// <summary>The decay of their mean square.</summary>
        public double? beta2 { get; set; }

        /// <summary>Added to the root.</summary>
        public double? eps { get; set; }

        /// <summary>The share of the parameter taken off at each step, scaled by the rate.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Divide by the largest mean square so far.</summary>
        public bool? amsgrad { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<AdamW.Options>, optim.IBetas
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
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
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

        public Tensor Mean { get; private set; } = Zeros(parameter);

        public Tensor Square { get; private set; } = Zeros(parameter);

        public Tensor? Largest { get; private set; }

        public Tensor NewLargest() => Largest = Zeros(Parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Mean);
            SaveTensor(writer, Square);
            SaveOptional(writer, Largest);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Mean);
            LoadTensor(reader, Square);
            Largest = LoadOptional(reader, Largest);
        }

        protected override void Dispose(bool disposing)
        {
            Mean.Dispose();
            Square.Dispose();
            Largest?.Dispose();
        }
    }


}
