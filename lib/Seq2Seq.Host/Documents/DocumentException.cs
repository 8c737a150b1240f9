namespace Seq2Seq.Host.Documents;

/// <summary>A notebook file that can't be read; the message says where and why.</summary>
internal sealed class DocumentException(string message) : Exception(message);
