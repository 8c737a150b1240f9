namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the rate by gamma every <paramref name="step_size"/> steps.</summary>
            public static LRScheduler StepLR(
                Optimizer optimizer,
                int step_size,
                double gamma = 0.1,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.StepLR(optimizer, Positive(step_size, "StepLR: step_size"), gamma, last_epoch, verbose);

            /// <summary>Multiplies the rate by gamma at each milestone.</summary>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer,
                IList<int> milestones,
                double gamma = 0.1,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Multiplies the rate by gamma at every step.</summary>
            public static LRScheduler ExponentialLR(
                Optimizer optimizer,
                double gamma = 0.1,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Lowers the rate along half a cosine, and raises it again after <paramref name="T_max"/> steps.</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer,
                double T_max,
                double eta_min = 0,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Moves the rate along a line from one share of it to another.</summary>
            public static LRScheduler LinearLR(
                Optimizer optimizer,
                double start_factor = 1.0 / 3,
                double end_factor = 1.0,
                int total_iters = 5,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, Positive(total_iters, "LinearLR: total_iters"), last_epoch, verbose);

            /// <summary>Keeps the rate at a share of it for a number of steps.</summary>
            public static LRScheduler ConstantLR(
                Optimizer optimizer,
                double factor = 1.0 / 3,
                int total_iters = 5,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Lowers the rate to zero along a power of the remaining share of steps.</summary>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer,
                int total_iters = 5,
                double power = 1.0,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.PolynomialLR(optimizer, Positive(total_iters, "PolynomialLR: total_iters"), power, last_epoch, verbose);

            /// <summary>The rate is that of the start times a function of the step.</summary>
            public static LRScheduler LambdaLR(
                Optimizer optimizer,
                Func<int, double> lr_lambda,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.LambdaLR(optimizer, Functions(optimizer, [lr_lambda]), last_epoch, verbose);

            /// <summary>The rate is that of the start times a function of the step, one function per group.</summary>
            public static LRScheduler LambdaLR(
                Optimizer optimizer,
                IEnumerable<Func<int, double>> lr_lambdas,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.LambdaLR(optimizer, Functions(optimizer, [.. lr_lambdas]), last_epoch, verbose);

            /// <summary>Multiplies the rate by a function of the step.</summary>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer,
                Func<int, double> lr_lambda,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, Functions(optimizer, [lr_lambda]), last_epoch, verbose);

            /// <summary>Multiplies the rate by a function of the step, one function per group.</summary>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer,
                IEnumerable<Func<int, double>> lr_lambdas,
                int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, Functions(optimizer, [.. lr_lambdas]), last_epoch, verbose);

            /// <summary>One schedule after the other; each begins anew at its milestone.</summary>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, [.. schedulers], [.. milestones], last_epoch);

            /// <summary>Several schedules at once.</summary>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers)
            {
                LRScheduler[] all = [.. schedulers];
                return all.Length > 0
                    ? new impl.ChainedLR(all)
                    : throw new ArgumentException("ChainedLR: there is no scheduler; pass at least one.");
            }

            /// <summary>Lowers the rate when a measure has stopped improving; call <c>step(measure)</c>.</summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer,
                string mode = "min",
                double factor = 0.1,
                int patience = 10,
                double threshold = 1e-4,
                string threshold_mode = "rel",
                int cooldown = 0,
                IList<double>? min_lr = null,
                double eps = 1e-8,
                bool verbose = false)
            {
                if (!(factor < 1))
                    throw new ArgumentException($"ReduceLROnPlateau: factor must be below 1, got {Modules.Show.Of(factor)}.");
                var settings = new impl.ReduceLROnPlateau.Settings(
                    OneOf(mode, "min", "max", "mode"),
                    factor,
                    patience,
                    threshold,
                    OneOf(threshold_mode, "rel", "abs", "threshold_mode"),
                    cooldown,
                    min_lr?.ToArray() ?? [0],
                    eps);
                return new impl.ReduceLROnPlateau(optimizer, settings, verbose);
            }

            private static bool OneOf(string given, string first, string second, string name) =>
                given == first || (given == second
                    ? false
                    : throw new ArgumentException($"ReduceLROnPlateau: {name} must be '{first}' or '{second}', got '{given}'."));

            private static int Positive(int value, string what) =>
                value > 0 ? value : throw new ArgumentException($"{what} must be positive, got {value}.");

            private static Func<int, double>[] Functions(Optimizer optimizer, Func<int, double>[] functions)
            {
                var groups = optimizer.ParamGroups.Count();
                return functions.Length == 1 || functions.Length == groups
                    ? functions
                    : throw new ArgumentException(
                        $"lr_lambda: expected one function or one for each of {groups} groups, got {functions.Length}.");
            }
        }
    }
}
