namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after the other; each begins anew at its milestone.</summary>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    internal SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last_epoch)
                        : base(optimizer, last_epoch, verbose: false)
                    {
                        if (schedulers.Length == 0 || milestones.Length != schedulers.Length - 1)
                        {
                            throw new ArgumentException(
                                $"SequentialLR: {schedulers.Length} schedulers need {Math.Max(0, schedulers.Length - 1)} milestones, "
                                + $"got {milestones.Length}.");
                        }

                        (_schedulers, _milestones) = (schedulers, milestones);
                        Epoch = last_epoch + 1;

                        // What the schedulers did when they were made is taken back; then the first one begins.
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in schedulers)
                            scheduler.Epoch--;
                        schedulers[0].step();
                    }

                    /// <inheritdoc/>
                    public override void step()
                    {
                        Epoch++;
                        var passed = _milestones.Count(milestone => milestone <= Epoch);
                        if (passed > 0 && _milestones[passed - 1] == Epoch)
                            _schedulers[passed].step(0);
                        else
                            _schedulers[passed].step();
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
