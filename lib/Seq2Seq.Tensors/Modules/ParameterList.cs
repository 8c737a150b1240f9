using System.Collections;
using System.Globalization;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Parameters in a list, registered under their numbers.</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _parameters;

    /// <summary>A list of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => _parameters = [.. parameters];

    /// <inheritdoc/>
    public int Count => _parameters.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public Parameter this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc/>
    public void Add(Parameter item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _parameters.Add(item);
    }

    /// <summary>Adds parameters at the end.</summary>
    /// <param name="parameters">The parameters.</param>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Adds parameters at the end.</summary>
    /// <param name="parameters">The parameters.</param>
    public void extend(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var parameter in parameters)
            Add(parameter);
    }

    /// <inheritdoc/>
    public void Insert(int index, Parameter item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _parameters.Insert(index, item);
    }

    /// <inheritdoc/>
    public void Clear() => _parameters.Clear();

    /// <inheritdoc/>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <inheritdoc/>
    public void CopyTo(Parameter[] array, int arrayIndex) => _parameters.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public int IndexOf(Parameter item) => _parameters.FindIndex(parameter => ReferenceEquals(parameter, item));

    /// <inheritdoc/>
    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0)
            _parameters.RemoveAt(index);
        return index >= 0;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index) => _parameters.RemoveAt(index);

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override void AddOwnParameters(List<(string Name, Parameter Value)> found)
    {
        for (var i = 0; i < _parameters.Count; i++)
            found.Add((i.ToString(CultureInfo.InvariantCulture), _parameters[i]));
    }

    private protected override void PutParameter(string name, Parameter parameter) =>
        _parameters[int.Parse(name, CultureInfo.InvariantCulture)] = parameter;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var parameter in _parameters)
            parameter.Dispose();
        base.Dispose(disposing);
    }
}
