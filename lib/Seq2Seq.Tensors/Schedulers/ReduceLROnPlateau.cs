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
                /// <summary>Lowers the rate when a measure has stopped improving.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly Optimizer _optimizer;
                    private readonly Settings _settings;
                    private readonly double[] _least;
                    private double _best;
                    private int _badSteps;
                    private int _resting;

                    internal ReduceLROnPlateau(Optimizer optimizer, Settings settings, bool verbose)
                        : base(optimizer, -1, verbose)
                    {
                        _optimizer = optimizer;
                        _settings = settings;
                        _least = PerGroup.Values(settings.MinRates, optimizer.ParamGroups.Count(), "ReduceLROnPlateau: min_lr");
                        _best = settings.WantsLow ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Not for this schedule: it needs the measure.</summary>
                    public override void step() => throw new InvalidOperationException(
                        "ReduceLROnPlateau: step() does not say how training went; pass the measure, as in step(validationLoss).");

                    /// <summary>Not for this schedule: it needs the measure.</summary>
                    public override void step(int epoch) => step((double)epoch);

                    /// <summary>Takes one measure and lowers the rate if too many in a row were no better.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (Improves(current))
                        {
                            _best = current;
                            _badSteps = 0;
                        }
                        else
                        {
                            _badSteps++;
                        }

                        if (_resting > 0)
                        {
                            _resting--;
                            _badSteps = 0;
                        }

                        if (_badSteps <= _settings.Patience)
                            return;
                        Reduce();
                        _resting = _settings.Cooldown;
                        _badSteps = 0;
                    }

                    private protected override double RateOf(int group, double rate) => rate;

                    private bool Improves(double current)
                    {
                        var margin = _settings.Relative ? Math.Abs(_best) * _settings.Threshold : _settings.Threshold;
                        if (double.IsInfinity(_best))
                            return _settings.WantsLow ? current < _best : current > _best;
                        return _settings.WantsLow ? current < _best - Signed(margin) : current > _best + Signed(margin);
                    }

                    // PyTorch compares with best · (1 ∓ threshold), whose margin changes its sign with best.
                    private double Signed(double margin) => _settings.Relative && _best < 0 ? -margin : margin;

                    private void Reduce()
                    {
                        foreach (var (group, least) in _optimizer.ParamGroups.Zip(_least))
                        {
                            var reduced = Math.Max(group.LearningRate * _settings.Factor, least);
                            if (group.LearningRate - reduced <= _settings.Eps)
                                continue;
                            group.LearningRate = reduced;
                            Report(reduced);
                        }
                    }

                    internal sealed record Settings(
                        bool WantsLow,
                        double Factor,
                        int Patience,
                        double Threshold,
                        bool Relative,
                        int Cooldown,
                        IReadOnlyList<double> MinRates,
                        double Eps);
                }
            }
        }
    }
}
