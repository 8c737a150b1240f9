using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>An operation was given tensors it can not work with. The message names the operation, the shapes and the remedy.</summary>
/// <remarks>It derives from <see cref="ExternalException"/>, which is what TorchSharp throws for the same mistakes.</remarks>
public sealed class TensorException : ExternalException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operation, what came, what was expected, the remedy.</param>
    public TensorException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public TensorException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Operation, what came, what was expected, the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public TensorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
