namespace Seq2Seq.Host.Jupyter;

/// <summary>A message that is not what the Jupyter protocol says: it is logged and dropped.</summary>
internal sealed class BadMessageException(string message) : Exception(message);
