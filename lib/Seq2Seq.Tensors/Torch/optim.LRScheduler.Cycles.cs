namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>One rise of the rate to its maximum and one long fall; the momentum moves the other way.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                double max_lr,
                int total_steps = -1,
                int epochs = -1,
                int steps_per_epoch = -1,
                double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true,
                double base_momentum = 0.85,
                double max_momentum = 0.95,
                double div_factor = 25,
                double final_div_factor = 1e4,
                bool three_phase = false,
                int last_epoch = -1,
                bool verbose = false) =>
                OneCycleLR(
                    optimizer,
                    [max_lr],
                    total_steps,
                    epochs,
                    steps_per_epoch,
                    pct_start,
                    anneal_strategy,
                    cycle_momentum,
                    [base_momentum],
                    [max_momentum],
                    div_factor,
                    final_div_factor,
                    three_phase,
                    last_epoch,
                    verbose);

            /// <summary>The same with one maximum per group.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer,
                IEnumerable<double> max_lr,
                int total_steps = -1,
                int epochs = -1,
                int steps_per_epoch = -1,
                double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null,
                double div_factor = 25,
                double final_div_factor = 1e4,
                bool three_phase = false,
                int last_epoch = -1,
                bool verbose = false)
            {
                if (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0))
                {
                    throw new ArgumentException(
                        "OneCycleLR: the length is missing; pass total_steps, or epochs and steps_per_epoch, all positive.");
                }

                if (pct_start is not (>= 0 and <= 1))
                    throw new ArgumentException($"OneCycleLR: pct_start must be between 0 and 1, got {Modules.Show.Of(pct_start)}.");
                var settings = new impl.OneCycleLR.Settings(
                    max_lr.ToArray(),
                    total_steps > 0 ? total_steps : epochs * steps_per_epoch,
                    pct_start,
                    anneal_strategy,
                    cycle_momentum,
                    base_momentum?.ToArray() ?? [0.85],
                    max_momentum?.ToArray() ?? [0.95],
                    div_factor,
                    final_div_factor,
                    three_phase);
                return new impl.OneCycleLR(optimizer, settings, last_epoch, verbose);
            }

            /// <summary>Lets the rate swing between two bounds.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer,
                double base_lr,
                double max_lr,
                int step_size_up = 2000,
                int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular,
                double gamma = 1.0,
                Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true,
                double base_momentum = 0.8,
                double max_momentum = 0.9,
                int last_epoch = -1,
                bool verbose = false) =>
                CyclicLR(
                    optimizer,
                    [base_lr],
                    [max_lr],
                    step_size_up,
                    step_size_down,
                    mode,
                    gamma,
                    scale_fn,
                    scale_mode,
                    cycle_momentum,
                    [base_momentum],
                    [max_momentum],
                    last_epoch,
                    verbose);

            /// <summary>The same with bounds per group.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer,
                IEnumerable<double> base_lr,
                IEnumerable<double> max_lr,
                int step_size_up = 2000,
                int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular,
                double gamma = 1.0,
                Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null,
                int last_epoch = -1,
                bool verbose = false)
            {
                var settings = new impl.CyclicLR.Settings(
                    base_lr.ToArray(),
                    max_lr.ToArray(),
                    Positive(step_size_up, "CyclicLR: step_size_up"),
                    step_size_down,
                    mode,
                    gamma,
                    scale_fn,
                    scale_mode,
                    cycle_momentum,
                    base_momentum?.ToArray() ?? [0.8],
                    max_momentum?.ToArray() ?? [0.9]);
                return new impl.CyclicLR(optimizer, settings, last_epoch, verbose);
            }
        }
    }
}
