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

    internal ModuleList(IEnumerable<T> modules)
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
    public override IEnumerable<(string name, nn.Module module)> named_children() =>
        _modules.Select((module, i) => (i.ToString(CultureInfo.InvariantCulture), (nn.Module)module));

    /// <summary>Adds a module at the end.</summary>
    public ModuleList<T> append(T module)
    {
        Add(module);
        return this;
    }

    /// <summary>Adds modules at the end.</summary>
    public ModuleList<T> extend(params T[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Add(module);
        return this;
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
