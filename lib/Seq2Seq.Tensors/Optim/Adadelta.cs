using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Steps whose size follows from past steps, with no rate to set.</summary>
/// <remarks>
/// Zeiler 2012: s ← rho · s + (1 − rho) g², d = √(a + eps) / √(s + eps) · g, a ← rho · a + (1 − rho) d², p ← p − lr · d.
/// </remarks>
public sealed class Adadelta : OptimizerHelper
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="rho">The decay of both mean squares.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public Adadelta(
        IEnumerable<Parameter> parameters,
        double lr,
        double rho = 0.9,
        double eps = 1e-06,
        double weight_decay = 0.0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="rho">The decay of both mean squares.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weight_decay">The share of the parameter added to its gradient.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public Adadelta(
        IEnumerable<ParamGroup> parameters,
        double lr = 1.0,
        double rho = 0.9,
        double eps = 1e-06,
        double weight_decay = 0.0,
        bool maximize = false)
        : base(lr, Checked(new Options { rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var memory = (State)state;
        memory.StepCount++;
        InPlaceStep.Apply(new Step((Options)options), parameter, gradient, memory.Square, memory.Accumulated);
    }

    private static Options Checked(Options options)
    {
        CheckNotNegative(options.rho!.Value, "rho");
        CheckNotNegative(options.eps!.Value, "eps");
        CheckNotNegative(options.weight_decay!.Value, "weight_decay");
        return options;
    }

    /// <summary>The numbers that steer Adadelta.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of both mean squares.</summary>
        public double? rho { get; set; }

        /// <summary>Added to the root.</summary>
        public double? eps { get; set; }

        /// <summary>The share of the parameter added to its gradient.</summary>
        public double? weight_decay { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(rho!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(maximize!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            rho = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            maximize = reader.ReadBoolean();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Adadelta.Options>
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
            double rho = 0.9,
            double eps = 1e-06,
            double weight_decay = 0.0,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }

    private sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public Tensor Square { get; } = Zeros(parameter);

        public Tensor Accumulated { get; } = Zeros(parameter);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Square);
            SaveTensor(writer, Accumulated);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Square);
            LoadTensor(reader, Accumulated);
        }

        protected override void Dispose(bool disposing)
        {
            Square.Dispose();
            Accumulated.Dispose();
        }
    }

    private readonly struct Step(Options options) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> square, Span<T> accumulated, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var rate = T.CreateTruncating(options.LearningRate!.Value);
            var (rho, rest) = (T.CreateTruncating(options.rho!.Value), T.CreateTruncating(1 - options.rho!.Value));
            var decay = T.CreateTruncating(options.weight_decay!.Value);
            var eps = T.CreateTruncating(options.eps!.Value);
            var climb = options.maximize!.Value;
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = climb ? -gradient[i] : gradient[i];
                if (decay != T.Zero)
                    g += decay * parameter[i];
                square[i] = (rho * square[i]) + (rest * g * g);
                var delta = T.Sqrt(accumulated[i] + eps) / T.Sqrt(square[i] + eps) * g;
                accumulated[i] = (rho * accumulated[i]) + (rest * delta * delta);
                parameter[i] -= rate * delta;
            }
        }
    }
}
