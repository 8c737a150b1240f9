using System.Collections;
using System.Globalization;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Modules in a list, registered under their numbers.</summary>
/// <typeparam name="T">The kind of module.</typeparam>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _modules;
    private (string Name, nn.Module Module)[]? _named;

    /// <summary>A list of modules.</summary>
    /// <param name="modules">The modules.</param>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>)) => _modules = [.. modules];

    /// <inheritdoc/>
    public int Count => _modules.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public T this[int index]
    {
        get => _modules[index];
        set => _modules[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, nn.Module module)> named_children()
    {
        // The same array as long as the modules are the same: a training step asks for it.
        var isSame = _named is not null && _named.Length == _modules.Count;
        for (var i = 0; isSame && i < _modules.Count; i++)
            isSame = ReferenceEquals(_named![i].Module, _modules[i]);
        if (!isSame)
            _named = [.. _modules.Select((module, i) => (i.ToString(CultureInfo.InvariantCulture), (nn.Module)module))];
        return _named!;
    }

    /// <summary>Adds modules at the end.</summary>
    /// <param name="parameters">The modules.</param>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds modules at the end.</summary>
    /// <param name="modules">The modules.</param>
    public void extend(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Add(module);
    }

    /// <inheritdoc/>
    public void Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _modules.Add(item);
    }

    /// <inheritdoc/>
    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _modules.Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => _modules.Clear();

    /// <inheritdoc/>
    public bool Contains(T item) => _modules.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _modules.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(T item) => _modules.IndexOf(item);

    /// <inheritdoc/>
    public bool Remove(T item) => _modules.Remove(item);

    /// <inheritdoc/>
    public void RemoveAt(int index) => _modules.RemoveAt(index);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
