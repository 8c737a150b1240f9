using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>The momentum (or Adam's first decay rate) of each group, moved against the learning rate.</summary>
internal sealed class MomentumCycle
{
    private readonly List<optim.ILearningRateController> _groups;
    private readonly double[] _low;
    private readonly double[] _high;

    public MomentumCycle(optim.Optimizer optimizer, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        _groups = [.. optimizer.ParamGroups];
        if (_groups.Any(group => group is not (optim.IMomentum or optim.IBetas)))
        {
            throw new ArgumentException(
                $"cycle_momentum: {optimizer.GetType().Name} has no momentum to cycle; pass cycle_momentum: false.");
        }

        _low = PerGroup.Values(low, _groups.Count, "base_momentum");
        _high = PerGroup.Values(high, _groups.Count, "max_momentum");
    }

    public void Set(int group, Func<double, double, double> valueOfHighAndLow)
    {
        var value = valueOfHighAndLow(_high[group], _low[group]);
        if (_groups[group] is optim.IMomentum momentum)
            momentum.Momentum = value;
        else if (_groups[group] is optim.IBetas betas)
            betas.Betas = (value, betas.Betas.Item2);
    }
}
