using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Stochastic gradient descent, with momentum if asked.</summary>
/// <remarks>
/// v ← momentum · v + (1 − dampening) · g, p ← p − lr · v; with Nesterov's look-ahead p ← p − lr · (g + momentum · v).
/// Polyak 1964, Sutskever et al. 2013.
/// </remarks>
public sealed class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="dampening">The share of the gradient kept out of the momentum.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="nesterov">Look ahead by one momentum step.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public SGD(
        IEnumerable<Parameter> parameters,
        double lr,
        double momentum = 0.0,
        double dampening = 0.0,
        double weight_decay = 0.0,
        bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="momentum">The share of the last step that is kept.</param>
    /// <param name="dampening">The share of the gradient kept out of the momentum.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="nesterov">Look ahead by one momentum step.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public SGD(
        IEnumerable<ParamGroup> parameters,
        double lr,
        double momentum = 0.0,
        double dampening = 0.0,
        double weight_decay = 0.0,
        bool nesterov = false,
        bool maximize = false)
        : base(lr, Checked(new Options { momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    /// <summary>The momentum of groups that name none; groups already added keep theirs.</summary>
    public double Momentum
    {
        get => ((Options)Defaults).momentum!.Value;
        set => ((Options)Defaults).momentum = value;
    }

    private protected override bool ReadsStored => true;

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var first = own.momentum!.Value != 0 && memory.Momentum is null;
        var momentum = own.momentum!.Value == 0 ? null : memory.Momentum ?? memory.NewMomentum();
        InPlaceStep.Apply(new Step(own, first, gradient), parameter, gradient, momentum);
    }

    private static Options Checked(Options options)
    {
        CheckNotNegative(options.momentum!.Value, "momentum");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        if (options.nesterov!.Value && (options.momentum!.Value <= 0 || options.dampening!.Value != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        return options;
    }

    /// <summary>The numbers that steer SGD.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The share of the last step that is kept.</summary>
        public double? momentum { get; set; }

        /// <summary>The share of the gradient kept out of the momentum.</summary>
        public double? dampening { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Look ahead by one momentum step.</summary>
        public bool? nesterov { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(momentum!.Value);
            writer.Write(dampening!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(nesterov!.Value);
            writer.Write(maximize!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<SGD.Options>, optim.IMomentum
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
            double momentum = 0.0,
            double dampening = 0.0,
            double weight_decay = 0.0,
            bool nesterov = false,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
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
        public Tensor? Momentum { get; private set; }

        public Tensor NewMomentum() => Momentum = Zeros(Parameter);

        internal override void Save(BinaryWriter writer)
        {
            SaveOptional(writer, Momentum);
        }

        internal override void Load(BinaryReader reader)
        {
            Momentum = LoadOptional(reader, Momentum);
        }

        protected override void Dispose(bool disposing)
        {
            Momentum?.Dispose();
        }
    }

    private readonly struct Step(Options options, bool first, StoredGradient stored) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> velocity, Span<T> second, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            SgdKernel.Step(
                parameter,
                gradient,
                velocity,
                first,
                options.LearningRate!.Value,
                options.momentum!.Value,
                options.dampening!.Value,
                options.weight_decay!.Value,
                options.nesterov!.Value,
                options.maximize!.Value,
                stored.Scale,
                stored.Rows);
    }
}
