using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Something with a learning rate that a schedule can change.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate at the start, which schedules count from.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something with a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step that is kept.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Something with the two decay rates of Adam.</summary>
        public interface IBetas
        {
            /// <summary>The decay of the mean and of the mean square.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters so that a loss falls.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with its own rate.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>All parameters, group by group.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients anew; may be left out.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Adds parameters with options of their own.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Fills every gradient with zeros.</summary>
            public abstract void zero_grad();

            /// <summary>Disposes the optimizer's state, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the optimizer's state, not the parameters.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>What an optimizer knows beyond its parameters: options per group and state per parameter.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary(List<OptimizerOptions> options, List<OptimizerState> state) =>
                    (Options, State) = (options, state);

                /// <summary>One entry per group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>One entry per parameter.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
