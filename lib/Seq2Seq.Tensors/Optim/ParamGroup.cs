using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Parameters that share options.</summary>
public class ParamGroup : optim.ILearningRateController
{
    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>Their options; null takes the optimizer's.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <summary>The rate of the next step.</summary>
    public double LearningRate
    {
        get => Known.LearningRate ?? 0;
        set => Known.LearningRate = value;
    }

    /// <summary>The rate at the start, which schedules count from.</summary>
    public double InitialLearningRate
    {
        get => Known.InitialLearningRate;
        set => Known.InitialLearningRate = value;
    }

    private OptimizerOptions Known => Options ?? throw new InvalidOperationException(
        "ParamGroup: a group without options has no rate yet; pass it to an optimizer's add_param_group first.");
}

/// <summary>Parameters that share options of one optimizer.</summary>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group of these parameters.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options;
    }

    /// <summary>Their options; null takes the optimizer's.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
