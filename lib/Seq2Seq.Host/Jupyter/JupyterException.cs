namespace Seq2Seq.Host.Jupyter;

/// <summary>Something the user can put right: shown as one line, without a stack trace.</summary>
internal sealed class JupyterException(string message) : Exception(message);
