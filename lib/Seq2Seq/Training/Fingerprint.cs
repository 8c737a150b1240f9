using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>A short name of the examples a run was given, so that a checkpoint is not resumed on others.</summary>
internal static class Fingerprint
{
    /// <summary>The first 16 hex digits of SHA-256 over all ids, every sequence behind its length.</summary>
    public static string Of(IReadOnlyList<Example> train, IReadOnlyList<Example>? validation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var examples in new[] { train, validation ?? [] })
        {
            Add([examples.Count]);
            foreach (var example in examples)
            {
                Add([example.Source.Length, .. example.Source]);
                Add([example.Target.Length, .. example.Target]);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));

        void Add(long[] numbers) => hash.AppendData(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
