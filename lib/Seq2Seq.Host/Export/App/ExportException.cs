namespace Seq2Seq.Host.Export.App;

/// <summary>Something in a notebook that an app can't hold; the message names the cell.</summary>
internal sealed class ExportException(string message) : Exception(message);
