using Seq2Seq.Tensors.Serialization;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    private protected OptimizerState(Parameter parameter) => Parameter = parameter;

    internal Parameter Parameter { get; }

    /// <summary>Disposes the remembered tensors.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the remembered tensors.</summary>
    protected abstract void Dispose(bool disposing);

    internal abstract void Save(BinaryWriter writer);

    internal abstract void Load(BinaryReader reader);

    /// <summary>Zeros shaped like the parameter, which outlive every dispose scope.</summary>
    private protected static Tensor Zeros(Parameter parameter) => Filled(parameter, 0);

    private protected static Tensor Filled(Parameter parameter, double value)
    {
        using var _ = GradMode.Off();
        return full(parameter.shape, value, dtype: parameter.dtype).DetachFromDisposeScope();
    }

    private protected static void SaveTensor(BinaryWriter writer, Tensor tensor) => ModuleFile.WriteTensor(writer, tensor);

    private protected static void SaveOptional(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
            SaveTensor(writer, tensor);
    }

    private protected static void LoadTensor(BinaryReader reader, Tensor target) =>
        ModuleFile.ReadTensor(reader, target, "optimizer state");

    private protected Tensor? LoadOptional(BinaryReader reader, Tensor? target)
    {
        if (!reader.ReadBoolean())
        {
            target?.Dispose();
            return null;
        }

        target ??= Zeros(Parameter);
        LoadTensor(reader, target);
        return target;
    }
}
