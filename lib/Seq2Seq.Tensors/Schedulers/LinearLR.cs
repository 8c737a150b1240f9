namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Moves the rate along a line from one share of it to another.</summary>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _steps;

                    internal LinearLR(Optimizer optimizer, double start_factor, double end_factor, int total_iters, int last_epoch, bool verbose)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start, _end, _steps) = (start_factor, end_factor, total_iters);
                        Start();
                    }

                    private protected override double RateOf(int group, double rate) =>
                        Epoch == 0 ? rate * _start
                        : Epoch > _steps ? rate
                        : rate * (1 + ((_end - _start) / ((_steps * _start) + ((Epoch - 1) * (_end - _start)))));

                    private protected override double? ClosedForm(int group, int epoch) => BaseRate(group) * (_start + ((_end - _start) * Math.Min(_steps, epoch) / _steps));
                }
            }
        }
    }
}
