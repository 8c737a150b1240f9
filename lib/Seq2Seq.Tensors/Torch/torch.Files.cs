using Seq2Seq.Tensors.Serialization;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Writes a tensor to a file in libtorch's own format; the old file stays until the new one is complete.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="location">The file.</param>
    public static void save(Tensor t, string location)
    {
        ArgumentNullException.ThrowIfNull(t);
        ArgumentException.ThrowIfNullOrEmpty(location);
        WholeFile.Write(location, stream => TensorFile.Write(stream, t, Path.GetFileNameWithoutExtension(location)));
    }

    /// <summary>Reads a tensor that torch.save of this engine, of TorchSharp or of Python wrote; nothing in the file is executed.</summary>
    /// <param name="location">The file.</param>
    public static Tensor load(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (!File.Exists(location))
            throw new FileNotFoundException($"torch.load: there is no file '{location}'; give the path that was passed to torch.save.", location);
        try
        {
            using var stream = File.OpenRead(location);
            return TensorFile.Read(stream);
        }
        catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"torch.load: '{location}' is no tensor that can be read: {cause.Message.TrimEnd('.')}.", cause);
        }
    }

    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file in libtorch's own format.</summary>
        /// <param name="location">The file.</param>
        public void save(string location) => torch.save(this, location);

        /// <summary>Reads a tensor from a file in libtorch's own format.</summary>
        /// <param name="location">The file.</param>
        public static Tensor load(string location) => torch.load(location);
    }
}
