namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once.</summary>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    internal ChainedLR(LRScheduler[] schedulers)
                        : base(schedulers[0].Optimizer, -1, verbose: false)
                    {
                        _schedulers = schedulers;
                        Epoch = 0;
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        Epoch++;
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                    }

                    /// <inheritdoc/>
                    public override void step(int epoch) => step();

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null) => step();

                    private protected override double RateOf(int group, double rate) => rate;
                }
            }
        }
    }
}
