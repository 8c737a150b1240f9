namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by a function of the step.</summary>
                public sealed class MultiplicativeLR : LRScheduler
                {
                    private readonly IReadOnlyList<Func<int, double>> _factors;

                    internal MultiplicativeLR(Optimizer optimizer, IReadOnlyList<Func<int, double>> factors, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = factors;
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch > 0 ? rate * _factors[_factors.Count == 1 ? 0 : group](Epoch) : rate;
                }
            }
        }
    }
}
