using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Gradient descent that also keeps an average of the parameters.</summary>
/// <remarks>
/// Polyak and Juditsky 1992: p ← p (1 − lambd · eta) − eta · g with a falling eta; the average begins after t0 steps.
/// </remarks>
public sealed class ASGD : OptimizerHelper
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="lambd">The decay of the parameter.</param>
    /// <param name="alpha">How fast the rate falls.</param>
    /// <param name="t0">When averaging begins.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public ASGD(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double lambd = 0.0001,
        double alpha = 0.75,
        double t0 = 1000000.0,
        double weight_decay = 0.0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="lambd">The decay of the parameter.</param>
    /// <param name="alpha">How fast the rate falls.</param>
    /// <param name="t0">When averaging begins.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public ASGD(
        IEnumerable<ParamGroup<Options>> parameters,
        double lr = 0.01,
        double lambd = 0.0001,
        double alpha = 0.75,
        double t0 = 1000000.0,
        double weight_decay = 0.0,
        bool maximize = false)
        : base(lr, Checked(new Options { lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, options.LearningRate!.Value);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var t = ++memory.StepCount;
        InPlaceStep.Apply(new Step(own, memory.Rate, memory.Share), parameter, gradient, memory.Average);
        var rate = own.LearningRate!.Value;
        memory.Rate = rate / DoubleMath.Pow(1 + (own.lambd!.Value * rate * t), own.alpha!.Value);
        memory.Share = 1 / Math.Max(1, t - own.t0!.Value);
    }

    private static Options Checked(Options options)
    {
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        return options;
    }

    /// <summary>The numbers that steer ASGD.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of the parameter.</summary>
        public double? lambd { get; set; }

        /// <summary>How fast the rate falls.</summary>
        public double? alpha { get; set; }

        /// <summary>When averaging begins.</summary>
        public double? t0 { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(maximize!.Value);
            writer.Write(lambd!.Value);
            writer.Write(alpha!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(t0!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            maximize = reader.ReadBoolean();
            lambd = reader.ReadDouble();
            alpha = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            t0 = reader.ReadDouble();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<ASGD.Options>
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
            double lambd = 0.0001,
            double alpha = 0.75,
            double t0 = 1000000.0,
            double weight_decay = 0.0)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
        {
        }
    }

    private sealed class State(Parameter parameter, double rate) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public double Rate { get; set; } = rate;

        public double Share { get; set; } = 1;

        public Tensor Average { get; } = Zeros(parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            writer.Write(Rate);
            writer.Write(Share);
            SaveTensor(writer, Average);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            Rate = reader.ReadDouble();
            Share = reader.ReadDouble();
            LoadTensor(reader, Average);
        }

        protected override void Dispose(bool disposing)
        {
            Average.Dispose();
        }
    }

    private readonly struct Step(Options options, double rate, double share) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> average, Span<T> second, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var (eta, keep) = (T.CreateTruncating(rate), T.CreateTruncating(1 - (options.lambd!.Value * rate)));
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var part = T.CreateTruncating(share);
            var climb = options.maximize!.Value;
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = climb ? -gradient[i] : gradient[i];
                if (decay != T.Zero)
                    g += decay * parameter[i];
                parameter[i] = (parameter[i] * keep) - (eta * g);
                average[i] += (parameter[i] - average[i]) * part;
            }
        }
    }
}
