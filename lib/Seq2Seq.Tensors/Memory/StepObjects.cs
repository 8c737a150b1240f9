using System.Diagnostics;

namespace Seq2Seq.Tensors;

/// <summary>What the steps of one thread hand to the user and take back at their end: tensors, scopes, recording modes.</summary>
/// <remarks>
/// What is disposed within a step waits for the step's end, so that disposing it twice stays harmless. What is disposed later, because it
/// was moved out, is the user's own and never used again.
/// </remarks>
internal sealed class StepObjects
{
    private static long s_numbers;

    [ThreadStatic]
    private static StepObjects? t_here;

    [ThreadStatic]
    private static StepObjects? t_running;

    private readonly Stack<DisposeScope> _closedScopes = new();
    private readonly Stack<GradMode> _modes = new();
    private readonly Stack<GradMode> _closedModes = new();
    private readonly Stack<torch.nn.utils.rnn.PackedSequence> _sequences = new();
    private readonly Stack<torch.nn.utils.rnn.PackedSequence> _usedSequences = new();
    private torch.Tensor? _disposed;
    private DisposeScope? _scope;

    /// <summary>Are steps ordinary scopes, so that a use after the end of one throws?</summary>
    public static bool Checks { get; set; } = Environment.GetEnvironmentVariable("SEQ2SEQ_CHECK_STEPS") is "1" || Debugger.IsAttached;

    /// <summary>The step that runs on this thread, if any.</summary>
    public static StepObjects? Running => t_running;

    /// <summary>Never given twice; 0 between steps.</summary>
    public long Number { get; private set; }

    public static StepScope Begin()
    {
        if (Checks || t_running is not null)
            return new StepScope(torch.NewDisposeScope());
        var here = t_here ??= new StepObjects();
        here.Number = Interlocked.Increment(ref s_numbers);
        here._scope = DisposeScope.Reused(here.Number);
        t_running = here;
        return new StepScope(here, here.Number);
    }

    public void End(long number)
    {
        if (number != Number)
            return;
        _scope!.Dispose();
        Number = 0;
        if (!ReferenceEquals(t_running, this))
            return;
        t_running = null;
        while (_disposed is { } tensor)
        {
            _disposed = tensor.ScopeNext;
            tensor.WaitForReuse();
        }

        while (_closedScopes.TryPop(out var scope))
            scope.WaitForReuse();
        while (_usedSequences.TryPop(out var sequence))
            _sequences.Push(sequence);
        while (_closedModes.TryPop(out var mode))
            _modes.Push(mode);
    }

    public GradMode Mode() => _modes.TryPop(out var mode) ? mode : new GradMode();

    public void Take(torch.Tensor disposed) => (disposed.ScopeNext, _disposed) = (_disposed, disposed);

    public void Take(DisposeScope closed) => _closedScopes.Push(closed);

    public void Take(GradMode closed) => _closedModes.Push(closed);

    public torch.nn.utils.rnn.PackedSequence? UsedSequence() => _sequences.TryPop(out var sequence) ? sequence : null;

    /// <summary>A packed sequence is not in a scope, so it ends with its step whether it was disposed or not.</summary>
    public void TakeAtEnd(torch.nn.utils.rnn.PackedSequence sequence) => _usedSequences.Push(sequence);
}
