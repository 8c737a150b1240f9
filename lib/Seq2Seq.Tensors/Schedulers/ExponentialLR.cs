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
                /// <summary>Multiplies the rate by gamma at every step.</summary>
                public sealed class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    internal ExponentialLR(Optimizer optimizer, double gamma, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 ? rate : rate * _gamma;

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * Power.Of(_gamma, epoch);
                }
            }
        }
    }
}
