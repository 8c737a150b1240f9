namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rate along half a cosine, and raises it again after T_max steps.</summary>
                /// <remarks>Loshchilov and Hutter 2017, without restarts.</remarks>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _half;
                    private readonly double _least;

                    internal CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_half, _least) = (T_max, eta_min);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 ? rate
                        : (Epoch - 1 - _half) % (2 * _half) == 0
                            ? rate + ((BaseRate(group) - _least) * (1 - DoubleMath.Cos(Math.PI / _half)) / 2)
                            : ((1 + At(Epoch)) / (1 + At(Epoch - 1)) * (rate - _least)) + _least;

                    private protected override double? ClosedForm(int group, int epoch) => _least + ((BaseRate(group) - _least) * (1 + At(epoch)) / 2);

                    private double At(int epoch) => DoubleMath.Cos(Math.PI * epoch / _half);
                }
            }
        }
    }
}
