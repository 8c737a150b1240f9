using System.Numerics;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Steps that grow while the sign of the gradient stays, and shrink when it changes.</summary>
/// <remarks>
/// Riedmiller and Braun 1993. Only the sign of the gradient is used, so it is meant for whole batches.
/// </remarks>
public sealed class Rprop : OptimizerHelper
{
    /// <summary>An optimizer of these parameters.</summary>
    /// <param name="parameters">What is learnt.</param>
    /// <param name="lr">The rate.</param>
    /// <param name="etaminus">The factor after a change of sign.</param>
    /// <param name="etaplus">The factor after no change of sign.</param>
    /// <param name="min_step">The smallest step.</param>
    /// <param name="max_step">The largest step.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public Rprop(
        IEnumerable<Parameter> parameters,
        double lr = 0.01,
        double etaminus = 0.5,
        double etaplus = 1.2,
        double min_step = 1e-06,
        double max_step = 50.0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    /// <summary>An optimizer of groups with options of their own.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The rate of groups that name none.</param>
    /// <param name="etaminus">The factor after a change of sign.</param>
    /// <param name="etaplus">The factor after no change of sign.</param>
    /// <param name="min_step">The smallest step.</param>
    /// <param name="max_step">The largest step.</param>
    /// <param name="maximize">Climb instead of descending.</param>
    public Rprop(
        IEnumerable<ParamGroup> parameters,
        double lr = 0.01,
        double etaminus = 0.5,
        double etaplus = 1.2,
        double min_step = 1e-06,
        double max_step = 50.0,
        bool maximize = false)
        : base(lr, Checked(new Options { etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize }))
    {
        AddGroups(parameters);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, options.LearningRate!.Value);

    private protected override void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options)
    {
        var memory = (State)state;
        memory.StepCount++;
        InPlaceStep.Apply(new Step((Options)options), parameter, gradient, memory.Previous, memory.Sizes);
    }

    private static Options Checked(Options options)
    {
        if (!(options.etaminus!.Value > 0 && options.etaminus!.Value < 1 && options.etaplus!.Value > 1))
            throw new ArgumentException($"Invalid eta values: {Show.Of(options.etaminus!.Value)}, {Show.Of(options.etaplus!.Value)}; the first must be between 0 and 1, the second above 1.");
        return options;
    }

    /// <summary>The numbers that steer Rprop.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The factor after a change of sign.</summary>
        public double? etaminus { get; set; }

        /// <summary>The factor after no change of sign.</summary>
        public double? etaplus { get; set; }

        /// <summary>The smallest step.</summary>
        public double? min_step { get; set; }

        /// <summary>The largest step.</summary>
        public double? max_step { get; set; }

        /// <summary>Climb instead of descending.</summary>
        public bool? maximize { get; set; }

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(maximize!.Value);
            writer.Write(etaminus!.Value);
            writer.Write(etaplus!.Value);
            writer.Write(min_step!.Value);
            writer.Write(max_step!.Value);
        }

        internal override void Load(BinaryReader reader)
        {
            maximize = reader.ReadBoolean();
            etaminus = reader.ReadDouble();
            etaplus = reader.ReadDouble();
            min_step = reader.ReadDouble();
            max_step = reader.ReadDouble();
        }
    }

    /// <summary>Parameters with a rate and options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Rprop.Options>
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
            double etaminus = 0.5,
            double etaplus = 1.2,
            double min_step = 1e-06,
            double max_step = 50.0,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }

    private sealed class State(Parameter parameter, double size) : OptimizerState(parameter)
    {
        public long StepCount { get; set; }

        public Tensor Previous { get; } = Zeros(parameter);

        public Tensor Sizes { get; } = Filled(parameter, size);

        internal override void Save(BinaryWriter writer)
        {
            writer.Write(StepCount);
            SaveTensor(writer, Previous);
            SaveTensor(writer, Sizes);
        }

        internal override void Load(BinaryReader reader)
        {
            StepCount = reader.ReadInt64();
            LoadTensor(reader, Previous);
            LoadTensor(reader, Sizes);
        }

        protected override void Dispose(bool disposing)
        {
            Previous.Dispose();
            Sizes.Dispose();
        }
    }

    private readonly struct Step(Options options) : IElementStep
    {
        public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> previous, Span<T> sizes, Span<T> third)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var (shrink, grow) = (T.CreateTruncating(options.etaminus!.Value), T.CreateTruncating(options.etaplus!.Value));
            var (least, most) = (T.CreateTruncating(options.min_step!.Value), T.CreateTruncating(options.max_step!.Value));
            var climb = options.maximize!.Value;
            for (var i = 0; i < parameter.Length; i++)
            {
                var g = climb ? -gradient[i] : gradient[i];
                var agreement = g * previous[i];
                var factor = agreement > T.Zero ? grow : agreement < T.Zero ? shrink : T.One;
                sizes[i] = T.Clamp(sizes[i] * factor, least, most);

                // After a change of sign the step is left out once.
                if (agreement < T.Zero)
                    g = T.Zero;
                if (g != T.Zero)
                    parameter[i] -= g > T.Zero ? sizes[i] : -sizes[i];
                previous[i] = g;
            }
        }
    }
}
