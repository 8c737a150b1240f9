using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>What all optimizers share: groups, states, the walk over parameters, files.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> _groups = [];
    private readonly List<List<Parameter>> _members = [];
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(double lr, OptimizerOptions defaults)
    {
        if (!(lr >= 0))
            throw new ArgumentException($"Invalid learning rate: {Show.Of(lr)}; it must not be negative.");
        defaults.LearningRate = lr;
        defaults.InitialLearningRate = lr;
        _defaults = defaults;
    }

    /// <summary>What a group takes where it names no option of its own.</summary>
    private protected OptimizerOptions Defaults => _defaults;

    /// <inheritdoc/>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _members.SelectMany(members => members);

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        if (param_group.Options is null)
            param_group.Options = _defaults.Clone();
        else if (param_group.Options.GetType() != _defaults.GetType())
            throw new ArgumentException($"{GetType().Name}: the group's options belong to another optimizer; use {GetType().Name}.ParamGroup.");
        var options = param_group.Options;
        options.Complete(_defaults);
        options.InitialLearningRate = options.LearningRate!.Value;
        var members = param_group.Parameters.ToList();
        _groups.Add(param_group);
        _members.Add(members);
        foreach (var parameter in members)
        {
            if (!_states.ContainsKey(parameter))
                _states.Add(parameter, NewState(parameter, options));
        }
    }

    /// <inheritdoc/>
    public override void zero_grad()
    {
        using var scope = DisposeScope.Reused();
        using var _ = GradMode.Off();
        foreach (var members in _members)
        {
            foreach (var parameter in members)
            {
                parameter.CheckAlive();
                parameter.CurrentSlot?.ZeroGrad();
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var _ = enable_grad();
            loss = closure();
        }

        using var scope = DisposeScope.Reused();
        using var __ = GradMode.Off();
        for (var g = 0; g < _groups.Count; g++)
        {
            var options = _groups[g].Options!;
            foreach (var parameter in _members[g])
            {
                if (parameter.IsInvalid)
                {
                    throw new InvalidOperationException(
                        $"{GetType().Name}.step: a parameter was disposed or replaced since the optimizer was made "
                        + "(module.to(dtype) replaces all); make the optimizer after that.");
                }

                if (parameter.CurrentSlot is { HasGrad: true } slot)
                    Update(parameter, ReadsStored ? slot.StoredGrad : new StoredGradient(slot.Grad, null, 1), _states[parameter], options);
            }
        }

        return loss;
    }

    /// <summary>Memory for one parameter.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    /// <summary>Changes one parameter in place.</summary>
    private protected abstract void Update(
        Parameter parameter, StoredGradient gradient, OptimizerState state, OptimizerOptions options);

    /// <summary>Does Update read a gradient that is given by its rows, or is still to be multiplied?</summary>
    private protected virtual bool ReadsStored => false;

    private protected static void CheckNotNegative(double value, string name)
    {
        if (!(value >= 0))
            throw new ArgumentException($"Invalid {name} value: {Show.Of(value)}; it must not be negative.");
    }

    private protected static void CheckBeta(double value, string name)
    {
        if (value is not (>= 0 and < 1))
            throw new ArgumentException($"Invalid {name}: {Show.Of(value)}; it must be at least 0 and below 1.");
    }

    private protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
            add_param_group(group);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var state in _states.Values)
                state.Dispose();
        }

        base.Dispose(disposing);
    }
}
