using System.Globalization;
using System.Runtime.CompilerServices;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Modules applied one after the other; an empty one passes its input on.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> _steps = [];

    internal Sequential(IEnumerable<(string Name, nn.IModule<Tensor, Tensor> Module)> steps)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in steps)
            append(name, module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => _steps.Count;

    /// <summary>The module at this place.</summary>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

    /// <summary>A new sequence of the modules from the first place up to, not including, the second.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index]
    {
        get
        {
            var (start, end) = (index.start ?? 0, index.end ?? Count);
            if (start < 0 || end > Count || start > end)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index), $"Sequential: ({start}, {end}) is no range of its {Count} modules.");
            }

            return new Sequential(_steps.GetRange(start, end - start));
        }
    }

    /// <summary>Adds a module under its number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_steps.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module under a name.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _steps.Add((name, module));
        return this;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (_steps.Count == 0)
            return tensor.alias();
        return _steps.Aggregate(tensor, (value, step) => step.Module.call(value));
    }
}
