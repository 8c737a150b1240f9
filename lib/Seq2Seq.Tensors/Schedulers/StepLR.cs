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
                /// <summary>Multiplies the rate by gamma every few steps.</summary>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int _size;
                    private readonly double _gamma;

                    internal StepLR(Optimizer optimizer, int step_size, double gamma, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_size, _gamma) = (step_size, gamma);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 || Epoch % _size != 0 ? rate : rate * _gamma;

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * Power.Of(_gamma, epoch / _size);
                }
            }
        }
    }
}
