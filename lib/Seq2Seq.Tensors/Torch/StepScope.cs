namespace Seq2Seq.Tensors;

/// <summary>
/// A dispose scope for one training step, whose objects the next step uses again: after the first steps a step leaves nothing to the
/// collector.
/// </summary>
/// <remarks>
/// Use after disposal is noticed in an ordinary scope. Here it is not: keep nothing that was made in a step and not moved out of it
/// (<see cref="torch.Tensor.MoveToOuterDisposeScope"/>, <see cref="torch.Tensor.DetachFromDisposeScope"/>), for it becomes another
/// tensor. With <c>SEQ2SEQ_CHECK_STEPS=1</c> in the environment, or under a debugger, a step is an ordinary scope and such a use throws.
/// </remarks>
public readonly struct StepScope : IDisposable
{
    private readonly DisposeScope? _scope;
    private readonly StepObjects? _objects;
    private readonly long _number;

    internal StepScope(DisposeScope scope) => _scope = scope;

    internal StepScope(StepObjects objects, long number) => (_objects, _number) = (objects, number);

    /// <summary>Disposes what was made in the step and ends it; a second time does nothing.</summary>
    public void Dispose()
    {
        if (_objects is null)
            _scope?.Dispose();
        else
            _objects.End(_number);
    }
}

public static partial class torch
{
    /// <summary>Opens a scope for one training step; within another one it is an ordinary scope.</summary>
    public static StepScope NewStepScope() => StepObjects.Begin();
}
