using System.Security.Cryptography;
using System.Text;

namespace Seq2Seq.Host.Jupyter;

/// <summary>HMAC-SHA256 over the four JSON frames of a message; an empty key turns signing off.</summary>
internal sealed class MessageSigner(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The signature frame: 64 hexadecimal digits, or nothing where there is no key.</summary>
    public byte[] Sign(ReadOnlySpan<byte[]> frames)
    {
        if (_key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var frame in frames)
            hash.AppendData(frame);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the signature is right; takes the same time wherever it is wrong.</summary>
    public bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<byte[]> frames) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Sign(frames));
}
