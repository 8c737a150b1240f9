namespace Seq2Seq.Tensors;

/// <summary>Kinds of devices. This engine computes on the processor only.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA graphics processor: needs the TorchSharp engine.</summary>
    CUDA = 1,

    /// <summary>An Apple graphics processor: needs the TorchSharp engine.</summary>
    MPS = 13,
}

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>Always an error that names the TorchSharp switch: this engine has no graphics processor.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>False: this engine has no graphics processor.</summary>
    public static bool cuda_is_available() => false;

    /// <summary>Makes a device.</summary>
    /// <param name="deviceType">Its kind; only CPU here.</param>
    /// <param name="index">Its number.</param>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Makes a device from text such as "cpu".</summary>
    /// <param name="description">The text.</param>
    public static Device device(string description) => new(description);

    /// <summary>Makes the CUDA device of that number: an error here.</summary>
    /// <param name="index">The number.</param>
    public static Device device(int index) => new(index);

    /// <summary>Where a tensor lives: always the processor in this engine.</summary>
    public sealed class Device
    {
        /// <summary>Makes a device.</summary>
        /// <param name="deviceType">Its kind; only CPU here.</param>
        /// <param name="index">Its number.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            if (deviceType != DeviceType.CPU)
                throw Throw.NoSuchDevice(deviceType.ToString());
            type = deviceType;
            this.index = index;
        }

        /// <summary>Makes the CUDA device of that number: an error here.</summary>
        /// <param name="index">The number.</param>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>Makes a device from text such as "cpu".</summary>
        /// <param name="description">The text.</param>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var name = description.Split(':')[0];
            if (!Enum.TryParse<DeviceType>(name, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
                throw Throw.UnknownDevice(description);
            if (parsed != DeviceType.CPU)
                throw Throw.NoSuchDevice(parsed.ToString());
            type = parsed;
            index = -1;
        }

        /// <summary>The kind.</summary>
        public DeviceType type { get; }

        /// <summary>The number, -1 for the only one.</summary>
        public int index { get; }

        /// <summary>Makes a device from text such as "cpu".</summary>
        /// <param name="description">The text.</param>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The text, such as "cpu".</summary>
        public override string ToString() => type == DeviceType.CPU ? "cpu" : type.ToString();

        /// <summary>Devices of one kind and number are equal.</summary>
        /// <param name="obj">The other.</param>
        public override bool Equals(object? obj) => obj is Device other && other.type == type && other.index == index;

        /// <summary>Agrees with <see cref="Equals(object)"/>.</summary>
        public override int GetHashCode() => HashCode.Combine(type, index);
    }
}
