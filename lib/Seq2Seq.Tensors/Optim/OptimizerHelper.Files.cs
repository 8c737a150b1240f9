using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

// TorchSharp's optimizer file: name, counts, then options per group, then state per parameter.
public abstract partial class OptimizerHelper
{
    /// <summary>The options of each group and the state of each parameter; live objects, not copies.</summary>
    public virtual StateDictionary state_dict() => new(
        [.. _groups.Select(group => group.Options!)], [.. parameters().Select(parameter => _states[parameter])]);

    /// <summary>Takes over options and state of an optimizer of the same kind over alike parameters.</summary>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        Save(writer, state_dict);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        load_state_dict(reader);
    }

    /// <summary>Writes the optimizer to a file; the old file stays until the new one is complete.</summary>
    public void save_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        Serialization.WholeFile.Write(location, stream =>
        {
            using var writer = new BinaryWriter(stream);
            save_state_dict(writer);
        });
    }

    /// <summary>Writes the optimizer.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Save(writer, state_dict());
    }

    /// <summary>Reads an optimizer of the same kind over alike parameters from a file.</summary>
    public void load_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads an optimizer of the same kind over alike parameters.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            Load(reader);
        }
        catch (EndOfStreamException cause)
        {
            throw new EndOfStreamException(
                $"{GetType().Name}.load_state_dict: the file ends too early; it was cut off. Save it again.", cause);
        }
    }

    /// <summary>Moves the optimizer's state to a device; this engine has the CPU only.</summary>
    public void to(Device device)
    {
        foreach (var parameter in parameters())
            parameter.to(device);
    }

    private void Save(BinaryWriter writer, StateDictionary dictionary)
    {
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt(dictionary.Options.Count);
        writer.Write7BitEncodedInt(dictionary.State.Count);
        foreach (var options in dictionary.Options)
        {
            writer.Write(options.InitialLearningRate);
            writer.Write(options.LearningRate ?? 0);
            options.Save(writer);
        }

        foreach (var state in dictionary.State)
            state.Save(writer);
    }

    private void Load(BinaryReader reader)
    {
        var kind = ReadKind(reader);
        if (kind != GetType().Name)
        {
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{kind}' in the loaded stream.");
        }

        var (groups, states) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var all = parameters().ToList();
        if (groups != _groups.Count || states != all.Count)
        {
            throw new ArgumentException(
                $"{kind}.load_state_dict: the file has {groups} groups and {states} parameters, this optimizer "
                + $"{_groups.Count} and {all.Count}; make it over the same model as when it was saved.");
        }

        foreach (var group in _groups)
        {
            group.Options!.InitialLearningRate = reader.ReadDouble();
            group.Options.LearningRate = reader.ReadDouble();
            group.Options.Load(reader);
        }

        foreach (var parameter in all)
            _states[parameter].Load(reader);
    }

    // BinaryReader.ReadString trusts the length; a name of an optimizer is short.
    private static string ReadKind(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        if (length is < 1 or > 64)
            throw new InvalidDataException($"load_state_dict: a name of {length} bytes; the file is damaged, or it is no optimizer file.");
        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? System.Text.Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
    }
}
