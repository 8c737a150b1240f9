using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, with momentum if asked.</summary>
        public static SGD SGD(
            IEnumerable<Parameter> parameters,
            double learningRate,
            double momentum = 0.0,
            double dampening = 0.0,
            double weight_decay = 0.0,
            bool nesterov = false,
            bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum if asked.</summary>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double learningRate,
            double momentum = 0.0,
            double dampening = 0.0,
            double weight_decay = 0.0,
            bool nesterov = false,
            bool maximize = false) =>
            new(Unnamed(parameters), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum if asked.</summary>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters,
            double learningRate,
            double momentum = 0.0,
            double dampening = 0.0,
            double weight_decay = 0.0,
            bool nesterov = false,
            bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Steps scaled by running means of the gradient and of its square.</summary>
        public static Adam Adam(
            IEnumerable<Parameter> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Steps scaled by running means of the gradient and of its square.</summary>
        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Steps scaled by running means of the gradient and of its square.</summary>
        public static Adam Adam(
            IEnumerable<Adam.ParamGroup> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay.</summary>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay.</summary>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay.</summary>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters,
            double lr = 0.001,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            bool amsgrad = false,
            bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Steps scaled by the sum of all squared gradients so far.</summary>
        public static Adagrad Adagrad(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double lr_decay = 0.0,
            double weight_decay = 0.0,
            double initial_accumulator_value = 0.0,
            double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Steps scaled by the sum of all squared gradients so far.</summary>
        public static Adagrad Adagrad(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01,
            double lr_decay = 0.0,
            double weight_decay = 0.0,
            double initial_accumulator_value = 0.0,
            double eps = 1e-10) =>
            new(Unnamed(parameters), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Steps scaled by the sum of all squared gradients so far.</summary>
        public static Adagrad Adagrad(
            IEnumerable<Adagrad.ParamGroup> parameters,
            double lr = 0.01,
            double lr_decay = 0.0,
            double weight_decay = 0.0,
            double initial_accumulator_value = 0.0,
            double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Steps scaled by a running mean of squared gradients.</summary>
        public static RMSProp RMSProp(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum = 0.0,
            bool centered = false,
            bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>Steps scaled by a running mean of squared gradients.</summary>
        public static RMSProp RMSProp(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum = 0.0,
            bool centered = false,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>Steps scaled by a running mean of squared gradients.</summary>
        public static RMSProp RMSProp(
            IEnumerable<RMSProp.ParamGroup> parameters,
            double lr = 0.01,
            double alpha = 0.99,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum = 0.0,
            bool centered = false,
            bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>Adam with the largest gradient instead of the mean square.</summary>
        public static Adamax Adamax(
            IEnumerable<Parameter> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adam with the largest gradient instead of the mean square.</summary>
        public static Adamax Adamax(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(Unnamed(parameters), lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adam with the largest gradient instead of the mean square.</summary>
        public static Adamax Adamax(
            IEnumerable<Adamax.ParamGroup> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Steps whose size follows from past steps, with no rate to set.</summary>
        public static Adadelta Adadelta(
            IEnumerable<Parameter> parameters,
            double lr = 1.0,
            double rho = 0.9,
            double eps = 1e-06,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);

        /// <summary>Steps whose size follows from past steps, with no rate to set.</summary>
        public static Adadelta Adadelta(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 1.0,
            double rho = 0.9,
            double eps = 1e-06,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, rho, eps, weight_decay, maximize);

        /// <summary>Steps whose size follows from past steps, with no rate to set.</summary>
        public static Adadelta Adadelta(
            IEnumerable<Adadelta.ParamGroup> parameters,
            double lr = 1.0,
            double rho = 0.9,
            double eps = 1e-06,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);

        /// <summary>Adam that corrects the variance of its first steps.</summary>
        public static RAdam RAdam(
            IEnumerable<Parameter> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adam that corrects the variance of its first steps.</summary>
        public static RAdam RAdam(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(Unnamed(parameters), lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adam that corrects the variance of its first steps.</summary>
        public static RAdam RAdam(
            IEnumerable<RAdam.ParamGroup> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay);

        /// <summary>Adam with Nesterov's look-ahead.</summary>
        public static NAdam NAdam(
            IEnumerable<Parameter> named_parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum_decay = 0.004) =>
            new(named_parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

        /// <summary>Adam with Nesterov's look-ahead.</summary>
        public static NAdam NAdam(
            IEnumerable<(string name, Parameter parameter)> named_parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum_decay = 0.004) =>
            new(Unnamed(named_parameters), lr, beta1, beta2, eps, weight_decay, momentum_decay);

        /// <summary>Adam with Nesterov's look-ahead.</summary>
        public static NAdam NAdam(
            IEnumerable<NAdam.ParamGroup> parameters,
            double lr = 0.002,
            double beta1 = 0.9,
            double beta2 = 0.999,
            double eps = 1e-08,
            double weight_decay = 0.0,
            double momentum_decay = 0.004) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

        /// <summary>Steps that grow while the sign of the gradient stays, and shrink when it changes.</summary>
        public static Rprop Rprop(
            IEnumerable<Parameter> parameters,
            double lr = 0.01,
            double etaminus = 0.5,
            double etaplus = 1.2,
            double min_step = 1e-06,
            double max_step = 50.0,
            bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Steps that grow while the sign of the gradient stays, and shrink when it changes.</summary>
        public static Rprop Rprop(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.01,
            double etaminus = 0.5,
            double etaplus = 1.2,
            double min_step = 1e-06,
            double max_step = 50.0,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Steps that grow while the sign of the gradient stays, and shrink when it changes.</summary>
        public static Rprop Rprop(
            IEnumerable<Rprop.ParamGroup> parameters,
            double lr = 0.01,
            double etaminus = 0.5,
            double etaplus = 1.2,
            double min_step = 1e-06,
            double max_step = 50.0,
            bool maximize = false) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Gradient descent that also keeps an average of the parameters.</summary>
        public static ASGD ASGD(
            IEnumerable<Parameter> parameters,
            double lr = 0.001,
            double lambd = 0.0001,
            double alpha = 0.75,
            double t0 = 1000000.0,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Gradient descent that also keeps an average of the parameters.</summary>
        public static ASGD ASGD(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 0.001,
            double lambd = 0.0001,
            double alpha = 0.75,
            double t0 = 1000000.0,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(Unnamed(parameters), lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Gradient descent that also keeps an average of the parameters.</summary>
        public static ASGD ASGD(
            IEnumerable<ParamGroup<ASGD.Options>> parameters,
            double lr = 0.001,
            double lambd = 0.0001,
            double alpha = 0.75,
            double t0 = 1000000.0,
            double weight_decay = 0.0,
            bool maximize = false) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

        private static IEnumerable<Parameter> Unnamed(IEnumerable<(string name, Parameter parameter)> parameters)
        {
            ArgumentNullException.ThrowIfNull(parameters);
            return parameters.Select(entry => entry.parameter);
        }
    }
}
