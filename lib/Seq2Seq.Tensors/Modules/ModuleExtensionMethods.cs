namespace Seq2Seq.Tensors;

/// <summary>What returns the module itself in its own type: moving and converting.</summary>
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

    /// <summary>Moves the module to another tensor's device and converts it to its type.</summary>
    public static T to<T>(this T module, torch.Tensor other)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(other);
        return module.to(other.device).to(other.dtype);
    }

    /// <summary>There is the CPU only; anything else is refused in the words of Tensor.to.</summary>
    internal static T On<T>(this T module, torch.Device? device)
        where T : torch.nn.Module => device is null ? module : module.to(device);
}
