using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lets the rate swing between two bounds.</summary>
                /// <remarks>Smith 2017.</remarks>
                public sealed class CyclicLR : LRScheduler
                {
                    private readonly double[] _low;
                    private readonly double[] _high;
                    private readonly double _length;
                    private readonly double _risingShare;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scaleByCycle;
                    private readonly MomentumCycle? _momentum;

                    internal CyclicLR(Optimizer optimizer, Settings settings, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        var groups = optimizer.ParamGroups.ToList();
                        _low = PerGroup.Values(settings.BaseRates, groups.Count, "CyclicLR: base_lr");
                        _high = PerGroup.Values(settings.MaxRates, groups.Count, "CyclicLR: max_lr");
                        var down = settings.StepsDown < 0 ? settings.StepsUp : settings.StepsDown;
                        _length = settings.StepsUp + down;
                        _risingShare = settings.StepsUp / _length;
                        (_scale, _scaleByCycle) = settings.Scale is { } own
                            ? (own, settings.ScaleMode == ScaleMode.Cycle)
                            : settings.Mode switch
                            {
                                Mode.Triangular2 => ((Func<double, double>)(cycle => 1 / Power.Of(2, (long)cycle - 1)), true),
                                Mode.ExpRange => (step => Power.Of(settings.Gamma, (long)step), false),
                                _ => (_ => 1.0, true),
                            };
                        if (settings.CycleMomentum)
                            _momentum = new MomentumCycle(optimizer, settings.BaseMomenta, settings.MaxMomenta);
                        for (var g = 0; g < groups.Count; g++)
                            groups[g].LearningRate = groups[g].InitialLearningRate = _low[g];
                        Start();
                    }

                    /// <summary>How the swing changes with time.</summary>
                    public enum Mode
                    {
                        /// <summary>It stays.</summary>
                        Triangular,

                        /// <summary>It halves with every cycle.</summary>
                        Triangular2,

                        /// <summary>It shrinks by gamma at every step.</summary>
                        ExpRange,
                    }

                    /// <summary>What an own scale is a function of.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The cycle, counted from 1.</summary>
                        Cycle,

                        /// <summary>The step.</summary>
                        Iterations,
                    }

                    private protected override double RateOf(int group, double rate)
                    {
                        var cycle = Math.Floor(1 + (Epoch / _length));
                        var place = 1 + (Epoch / _length) - cycle;
                        var height = place <= _risingShare ? place / _risingShare : (place - 1) / (_risingShare - 1);
                        var scale = _scale(_scaleByCycle ? cycle : Epoch);
                        _momentum?.Set(group, (high, low) => high - ((high - low) * height * scale));
                        return _low[group] + ((_high[group] - _low[group]) * height * scale);
                    }

                    internal sealed record Settings(
                        IReadOnlyList<double> BaseRates,
                        IReadOnlyList<double> MaxRates,
                        int StepsUp,
                        int StepsDown,
                        Mode Mode,
                        double Gamma,
                        Func<double, double>? Scale,
                        ScaleMode ScaleMode,
                        bool CycleMomentum,
                        IReadOnlyList<double> BaseMomenta,
                        IReadOnlyList<double> MaxMomenta);
                }
            }
        }
    }
}
