using System.Diagnostics;
using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Changes the rates of an optimizer step by step. Making one already sets the rates of step 0.</summary>
            public abstract class LRScheduler
            {
                private readonly List<ILearningRateController> _groups;
                private readonly double[] _base;
                private readonly bool _verbose;

                private protected LRScheduler(Optimizer optimizer, int last_epoch, bool verbose)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    Epoch = last_epoch;
                    _groups = [.. optimizer.ParamGroups];
                    _base = [.. _groups.Select(group => group.InitialLearningRate)];
                    _verbose = verbose;
                }

                internal Optimizer Optimizer { get; }

                /// <summary>The step whose rates are set.</summary>
                internal int Epoch { get; set; }

                /// <summary>The rates of all groups.</summary>
                public IEnumerable<double> get_last_lr() => _groups.Select(group => group.LearningRate);

                /// <summary>Sets the rates of the next step.</summary>
                public virtual void step()
                {
                    Epoch++;
                    SetRates(RateOf);
                }

                /// <summary>Sets the rates of a given step.</summary>
                public virtual void step(int epoch)
                {
                    Epoch = epoch;
                    SetRates((group, rate) => ClosedForm(group, epoch) ?? RateOf(group, rate));
                }

                /// <summary>The same as <see cref="step()"/>, for schedules that need no measure.</summary>
                public virtual void step(double current, int? epoch = null)
                {
                    if (epoch is { } given)
                        step(given);
                    else
                        step();
                }

                /// <summary>The rate of a group at step <see cref="Epoch"/>, from that of the step before.</summary>
                private protected abstract double RateOf(int group, double rate);

                /// <summary>The rate of a group at any step, or null if it is not known without those before.</summary>
                private protected virtual double? ClosedForm(int group, int epoch) => null;

                /// <summary>The rate that the schedule counts from.</summary>
                private protected double BaseRate(int group) => _base[group];

                /// <summary>Sets the rates of the first step; the last line of every constructor.</summary>
                private protected void Start() => step();

                /// <summary>Tells a new rate to whoever listens to <see cref="Trace"/>, if verbose.</summary>
                private protected void Report(double rate)
                {
                    if (_verbose)
                        Trace.WriteLine($"Adjusting learning rate to {Show.Of(rate)}");
                }

                private void SetRates(Func<int, double, double> rateOf)
                {
                    for (var i = 0; i < _groups.Count; i++)
                    {
                        _groups[i].LearningRate = rateOf(i, _groups[i].LearningRate);
                        Report(_groups[i].LearningRate);
                    }
                }
            }

            /// <summary>The schedules themselves; make them with the functions of the same names.</summary>
            public static partial class impl
            {
            }
        }
    }
}
