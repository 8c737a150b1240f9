namespace Seq2Seq.Host.Zmtp;

/// <summary>The peer broke the protocol: its connection ends, nothing else does.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
