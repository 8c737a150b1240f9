namespace Seq2Seq.Training;

/// <summary>Makes the optimiser of a run; the learning rate is set before each step by <see cref="LearningRate"/>.</summary>
public delegate optim.Optimizer OptimizerChoice(IEnumerable<Parameter> parameters);

/// <summary>The usual optimisers with the usual constants.</summary>
public static class Optimizers
{
    /// <summary>w −= r·g (Robbins and Monro 1951); with <paramref name="momentum"/>, v = μ v + g and w −= r·v.</summary>
    public static OptimizerChoice Sgd(double momentum = 0, bool nesterov = false, double weightDecay = 0) =>
        parameters => optim.SGD(parameters, 0.1, momentum, weight_decay: weightDecay, nesterov: nesterov);

    /// <summary>Divides by a running root mean square of the gradient (Hinton 2012).</summary>
    public static OptimizerChoice RmsProp(double alpha = 0.99, double weightDecay = 0) =>
        parameters => optim.RMSProp(parameters, 0.01, alpha, weight_decay: weightDecay);

    /// <summary>Momentum and root mean square, both corrected for their start at zero (Kingma and Ba 2015).</summary>
    public static OptimizerChoice Adam(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8) =>
        parameters => optim.Adam(parameters, 0.001, beta1, beta2, epsilon);

    /// <summary>Adam with weight decay beside the gradient (Loshchilov and Hutter 2019).</summary>
    public static OptimizerChoice AdamW(double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999) =>
        parameters => optim.AdamW(parameters, 0.001, beta1, beta2, weight_decay: weightDecay);
}
