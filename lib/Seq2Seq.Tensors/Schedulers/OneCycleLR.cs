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
                /// <summary>One rise of the rate to its maximum and one long fall; the momentum moves the other way.</summary>
                /// <remarks>Smith and Topin 2018.</remarks>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly (double End, Func<int, double> From, Func<int, double> To, bool Falls)[] _phases;
                    private readonly AnnealStrategy _strategy;
                    private readonly MomentumCycle? _momentum;

                    internal OneCycleLR(Optimizer optimizer, Settings settings, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        var groups = optimizer.ParamGroups.ToList();
                        var most = PerGroup.Values(settings.MaxRates, groups.Count, "OneCycleLR: max_lr");
                        _steps = settings.Steps;
                        _strategy = settings.Strategy;
                        var initial = most.Select(rate => rate / settings.Divisor).ToArray();
                        var least = initial.Select(rate => rate / settings.FinalDivisor).ToArray();
                        var rise = (settings.RisingShare * _steps) - 1;
                        _phases = settings.ThreePhases
                            ?
                            [
                                (rise, g => initial[g], g => most[g], true),
                                ((2 * settings.RisingShare * _steps) - 2, g => most[g], g => initial[g], false),
                                (_steps - 1, g => initial[g], g => least[g], false),
                            ]
                            :
                            [
                                (rise, g => initial[g], g => most[g], true),
                                (_steps - 1, g => most[g], g => least[g], false),
                            ];
                        if (settings.CycleMomentum)
                            _momentum = new MomentumCycle(optimizer, settings.BaseMomenta, settings.MaxMomenta);
                        for (var g = 0; g < groups.Count; g++)
                            groups[g].InitialLearningRate = initial[g];
                        Start();
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,

                        /// <summary>A line.</summary>
                        Linear,
                    }

                    private protected override double RateOf(int group, double rate)
                    {
                        if (Epoch > _steps)
                        {
                            throw new InvalidOperationException(
                                $"Tried to step {Epoch + 1} times. The specified number of total steps is {_steps}");
                        }

                        var begin = 0.0;
                        for (var i = 0; ; i++)
                        {
                            var (end, from, to, rises) = _phases[i];
                            if (Epoch <= end || i == _phases.Length - 1)
                            {
                                var share = (Epoch - begin) / (end - begin);
                                var last = i == 2;
                                _momentum?.Set(group, (high, low) => last ? high : rises ? Between(high, low, share) : Between(low, high, share));
                                return Between(from(group), to(group), share);
                            }

                            begin = end;
                        }
                    }

                    private double Between(double from, double to, double share) => _strategy == AnnealStrategy.Cos
                        ? to + ((from - to) / 2.0 * (1 + DoubleMath.Cos(Math.PI * share)))
                        : from + ((to - from) * share);

                    internal sealed record Settings(
                        IReadOnlyList<double> MaxRates,
                        int Steps,
                        double RisingShare,
                        AnnealStrategy Strategy,
                        bool CycleMomentum,
                        IReadOnlyList<double> BaseMomenta,
                        IReadOnlyList<double> MaxMomenta,
                        double Divisor,
                        double FinalDivisor,
                        bool ThreePhases);
                }
            }
        }
    }
}
