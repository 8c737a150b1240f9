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
                /// <summary>Multiplies the rate by gamma at each milestone.</summary>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    internal MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_milestones, _gamma) = ([.. milestones], gamma);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        rate * Power.Of(_gamma, _milestones.Count(milestone => milestone == Epoch));

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * Power.Of(_gamma, _milestones.Count(milestone => milestone <= epoch));
                }
            }
        }
    }
}
