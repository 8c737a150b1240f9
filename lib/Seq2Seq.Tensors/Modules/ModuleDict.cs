using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Modules by name, in the order in which they were added.</summary>
/// <typeparam name="T">The kind of module.</typeparam>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IEnumerable<(string, T)>
    where T : nn.Module
{
    private readonly OrderedDictionary<string, T> _modules = [];

    /// <summary>No modules yet.</summary>
    public ModuleDict()
        : base(nameof(ModuleDict<T>))
    {
    }

    internal ModuleDict(IEnumerable<(string Name, T Module)> modules)
        : this()
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    /// <inheritdoc/>
    public int Count => _modules.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => _modules.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => _modules.Values;

    /// <inheritdoc/>
    public T this[string key]
    {
        get => _modules[key];
        set => _modules[key] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The name and module at a place of the order.</summary>
    /// <param name="index">The place.</param>
    public (string, T) this[int index]
    {
        get => (_modules.GetAt(index).Key, _modules.GetAt(index).Value);
        set
        {
            ArgumentNullException.ThrowIfNull(value.Item2);
            _modules.RemoveAt(index);
            _modules.Insert(index, value.Item1, value.Item2);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, nn.Module module)> named_children() =>
        _modules.Select(entry => (entry.Key, (nn.Module)entry.Value));

    /// <summary>The names with their modules.</summary>
    public IEnumerator<(string, T)> items() => _modules.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

    /// <summary>The names.</summary>
    public IEnumerable<string> keys() => _modules.Keys;

    /// <summary>The modules.</summary>
    public IEnumerable<T> values() => _modules.Values;

    /// <summary>Removes all modules.</summary>
    public void clear() => _modules.Clear();

    /// <summary>Adds a module under a name.</summary>
    /// <param name="item">Name and module.</param>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        _modules.Add(key, value);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Remove(string key) => _modules.Remove(key);

    /// <inheritdoc/>
    public void Clear() => _modules.Clear();

    /// <summary>The names with their modules, in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => items();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, T>>.Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, T>>.Contains(KeyValuePair<string, T> item) => _modules.Contains(item);

    void ICollection<KeyValuePair<string, T>>.CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, T>>)_modules).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, T>>.Remove(KeyValuePair<string, T> item) =>
        ((ICollection<KeyValuePair<string, T>>)_modules).Remove(item);
}
