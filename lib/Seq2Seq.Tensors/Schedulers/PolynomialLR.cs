namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rate to zero along a power of the remaining share of steps.</summary>
                public sealed class PolynomialLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly double _power;

                    internal PolynomialLR(Optimizer optimizer, int total_iters, double power, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_steps, _power) = (total_iters, power);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 || Epoch > _steps ? rate
                        : rate * DoubleMath.Pow((1.0 - ((double)Epoch / _steps)) / (1.0 - ((double)(Epoch - 1) / _steps)), _power);

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * DoubleMath.Pow(1.0 - ((double)Math.Min(_steps, epoch) / _steps), _power);
                }
            }
        }
    }
}
