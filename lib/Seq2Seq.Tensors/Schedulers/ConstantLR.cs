namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Keeps the rate at a share of it for a number of steps.</summary>
                public sealed class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _steps;

                    internal ConstantLR(Optimizer optimizer, double factor, int total_iters, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_factor, _steps) = (factor, total_iters);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 ? rate * _factor : Epoch != _steps ? rate : rate * (1 / _factor);

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * (epoch < _steps ? _factor : 1);
                }
            }
        }
    }
}
