namespace Seq2Seq.Tensors;

/// <summary>Disposes every tensor made on its thread while it is the innermost scope, unless it was moved away.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    [ThreadStatic]
    private static DisposeScope? t_waiting;

    // Tensors are linked to one another in the order they came, so that joining and leaving cost nothing; anything else is rare.
    private torch.Tensor? _first;
    private torch.Tensor? _last;
    private int _tensors;
    private HashSet<IDisposable>? _others;
    private DisposeScope? _outer;
    private bool _disposed;

    private bool _isInner;
    private long _step;

    internal DisposeScope() => Open(0);

    private DisposeScope(long step) => Open(step);

    /// <summary>How many disposables it holds.</summary>
    public int DisposablesCount => _tensors + (_others?.Count ?? 0);

    /// <summary>What it holds.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. Tensors(), .. _others ?? []];

    /// <summary>Does it hold this one?</summary>
    /// <param name="disposable">What to look for.</param>
    public bool Contains(IDisposable disposable) =>
        disposable is torch.Tensor tensor ? ReferenceEquals(tensor.Scope, this) : _others?.Contains(disposable) == true;

    /// <summary>Takes a disposable in; it leaves the scope it was in.</summary>
    /// <param name="disposable">What to take in.</param>
    public void Attach(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        if (disposable is torch.Tensor tensor)
            tensor.Scope?.Forget(tensor);
        Adopt(disposable);
    }

    /// <summary>Takes disposables in.</summary>
    /// <param name="disposables">What to take in.</param>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IReadOnlyList<IDisposable> list = [.. disposables];
        foreach (var disposable in list)
            Attach(disposable);
        return list;
    }

    /// <summary>Lets a disposable go: nobody but you will dispose it.</summary>
    /// <param name="disposable">What to let go.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Forget(disposable);
        return disposable;
    }

    /// <summary>Lets two disposables go.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Lets three disposables go.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Lets disposables go.</summary>
    /// <param name="disposables">What to let go.</param>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToArray())
            Forget(disposable);
    }

    /// <summary>Moves a disposable to the next outer scope; without one it is let go.</summary>
    /// <param name="disposable">What to move.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        MoveToOther(_outer, disposable);
        return disposable;
    }

    /// <summary>Moves two disposables to the next outer scope.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Moves three disposables to the next outer scope.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    /// <typeparam name="T3">Type of the third.</typeparam>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Moves disposables to the next outer scope.</summary>
    /// <param name="disposables">What to move.</param>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToArray())
            MoveToOuter(disposable);
    }

    /// <summary>Moves a disposable to another scope; null lets it go.</summary>
    /// <param name="scope">Where to.</param>
    /// <param name="disposable">What to move.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Forget(disposable);
        scope?.Adopt(disposable);
        return disposable;
    }

    /// <summary>Moves disposables to another scope.</summary>
    /// <param name="scope">Where to.</param>
    /// <param name="disposables">What to move.</param>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToArray())
            MoveToOther(scope, disposable);
    }

    /// <summary>Notes that something was disposed elsewhere.</summary>
    /// <param name="disposable">What was.</param>
    public void MarkAsDisposed(IDisposable disposable) => Forget(disposable);

    /// <summary>Disposes all it holds; the scope stays usable.</summary>
    public void DisposeEverything()
    {
        while (_first is { } tensor)
        {
            Unlink(tensor);
            tensor.Dispose();
        }

        if (_others is not { } others)
            return;
        _others = null;
        foreach (var other in others)
            other.Dispose();
    }

    /// <summary>Disposes all but these.</summary>
    /// <param name="inKeep">What stays.</param>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ArgumentNullException.ThrowIfNull(inKeep);
        var kept = inKeep.Where(Contains).ToArray();
        foreach (var disposable in kept)
            Forget(disposable);
        DisposeEverything();
        foreach (var disposable in kept)
            Adopt(disposable);
    }

    /// <summary>Disposes all but this one.</summary>
    /// <param name="keep">What stays.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Disposes all but these two.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <typeparam name="T1">Type of the first.</typeparam>
    /// <typeparam name="T2">Type of the second.</typeparam>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <summary>Disposes all it holds and ends the scope.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        DisposeEverything();
        Leave();
        if (_isInner)
            WaitForReuse();
        else if (_step != 0 && StepObjects.Running is { } running && running.Number == _step)
            running.Take(this);
    }

    internal static void Register(torch.Tensor tensor) => s_current?.Adopt(tensor);

    /// <summary>A scope that the engine closes and nobody holds after that, or one of a step: it is used again.</summary>
    internal static DisposeScope Reused(long step = 0)
    {
        if (t_waiting is not { } scope)
            return new DisposeScope(step) { _isInner = step == 0 };
        t_waiting = scope._outer;
        scope.Open(step);
        scope._isInner = step == 0;
        return scope;
    }

    /// <summary>Becomes another scope some time.</summary>
    internal void WaitForReuse() => (_outer, t_waiting) = (t_waiting, this);

    private void Open(long step)
    {
        (_outer, _disposed, _step) = (s_current, false, step);
        s_current = this;
    }

    private void Leave()
    {
        if (ReferenceEquals(s_current, this))
        {
            s_current = _outer;
            return;
        }

        // Closed out of order: take it out of the middle.
        for (var scope = s_current; scope is not null; scope = scope._outer)
        {
            if (ReferenceEquals(scope._outer, this))
                scope._outer = _outer;
        }
    }

    internal void Adopt(IDisposable disposable)
    {
        if (_disposed)
            return;
        if (disposable is not torch.Tensor tensor)
        {
            (_others ??= new HashSet<IDisposable>(ReferenceEqualityComparer.Instance)).Add(disposable);
            return;
        }

        if (ReferenceEquals(tensor.Scope, this))
            return;
        tensor.Scope?.Unlink(tensor);
        (tensor.Scope, tensor.ScopePrevious) = (this, _last);
        if (_last is null)
            _first = tensor;
        else
            _last.ScopeNext = tensor;
        _last = tensor;
        _tensors++;
    }

    internal void Forget(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
            _others?.Remove(disposable);
        else if (ReferenceEquals(tensor.Scope, this))
            Unlink(tensor);
    }

    private void Unlink(torch.Tensor tensor)
    {
        var (previous, next) = (tensor.ScopePrevious, tensor.ScopeNext);
        if (previous is null)
            _first = next;
        else
            previous.ScopeNext = next;
        if (next is null)
            _last = previous;
        else
            next.ScopePrevious = previous;
        (tensor.Scope, tensor.ScopePrevious, tensor.ScopeNext) = (null, null, null);
        _tensors--;
    }

    private IEnumerable<torch.Tensor> Tensors()
    {
        for (var tensor = _first; tensor is not null; tensor = tensor.ScopeNext)
            yield return tensor;
    }

    internal DisposeScope? Outer => _outer;
}

public static partial class torch
{
    /// <summary>Opens a scope that disposes the tensors made in it.</summary>
    public static DisposeScope NewDisposeScope() => StepObjects.Running is { } step ? DisposeScope.Reused(step.Number) : new DisposeScope();

    public partial class Tensor
    {
        /// <summary>Moves it to the next outer scope and returns it; without one it is let go.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes it out of its scope and returns it: you dispose it, or the collector.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Scope?.Forget(this);
            return this;
        }
    }
}
