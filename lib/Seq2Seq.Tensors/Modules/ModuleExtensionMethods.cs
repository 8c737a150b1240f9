namespace Seq2Seq.Tensors;

/// <summary>What returns the module itself in its own type: moving, converting, saving and loading.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>
    /// Converts all floating point parameters and buffers. Parameters of another type are new objects afterwards, so make the
    /// optimizer later.
    /// </summary>
    public static T to<T>(this T module, torch.ScalarType type)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        module.ConvertTo(type);
        return module;
    }

    /// <summary>Moves the module to a device; this engine has the CPU only.</summary>
    public static T to<T>(this T module, torch.Device device)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var parameter in module.parameters())
            parameter.to(device);
        return module;
    }

    /// <summary>Moves the module to a device and converts it.</summary>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type)
        where T : torch.nn.Module => module.to(device).to(type);

    /// <summary>Moves the module to a device; this engine has the CPU only.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1)
        where T : torch.nn.Module => module.to(torch.device(deviceType, deviceIndex));

    /// <summary>Moves the module to a device given as text, such as "cpu".</summary>
    public static T to<T>(this T module, string device)
        where T : torch.nn.Module => module.to(torch.device(device));

    /// <summary>Moves the module to the CPU, where it is.</summary>
    public static T cpu<T>(this T module)
        where T : torch.nn.Module => module;

    /// <summary>Writes the module to a file in TorchSharp's module format; the old file stays until the new one is complete.</summary>
    public static T save<T>(this T module, string location, IList<string>? skip = null)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrEmpty(location);
        Serialization.WholeFile.Write(location, stream => module.save(stream, skip));
        return module;
    }

    /// <summary>Reads a module file into this module, which must have been built alike.</summary>
    /// <param name="module">What is filled.</param>
    /// <param name="location">The file.</param>
    /// <param name="strict">False skips entries that only one side has.</param>
    /// <param name="skip">Names that are not read.</param>
    /// <param name="loadedParameters">Filled with every name of the module: true if it was read.</param>
    public static T load<T>(
        this T module,
        string location,
        bool strict = true,
        IList<string>? skip = null,
        Dictionary<string, bool>? loadedParameters = null)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        if (!File.Exists(location))
        {
            throw new FileNotFoundException(
                $"load: there is no file '{location}'; give the path that was passed to save.", location);
        }

        module.load(File.OpenRead(location), strict, skip, loadedParameters);
        return module;
    }

    /// <summary>There is the CPU only; anything else is refused in the words of Tensor.to.</summary>
    internal static T On<T>(this T module, torch.Device? device)
        where T : torch.nn.Module => device is null ? module : module.to(device);
}
