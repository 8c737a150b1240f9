using System.Globalization;

namespace Seq2Seq.Host.Running;

/// <summary>What a notebook's process may use of the machine: the outputs must not depend on it.</summary>
/// <param name="Instructions">The vector instructions it may use.</param>
/// <param name="Threads">How many threads the engine takes; null: as many as there are processors.</param>
internal sealed record RunMode(InstructionSet Instructions = InstructionSet.Own, int? Threads = null)
{
    /// <summary>What the options name, every combination.</summary>
    public static IReadOnlyList<RunMode> Every(IReadOnlyCollection<InstructionSet> instructions, IReadOnlyCollection<int> threads)
    {
        var counts = threads.Count == 0 ? [null] : threads.Select(count => (int?)count).Distinct();
        var sets = instructions.Count == 0 ? [InstructionSet.Own] : instructions.Distinct();
        return [.. sets.SelectMany(set => counts.Select(count => new RunMode(set, count)))];
    }

    /// <summary>The environment that brings the mode about.</summary>
    public IEnumerable<(string Name, string Value)> Environment
    {
        get
        {
            // Each switch takes the wider sets away with it.
            var off = Instructions switch
            {
                InstructionSet.Avx2 => "DOTNET_EnableAVX512",
                InstructionSet.Sse => "DOTNET_EnableAVX",
                InstructionSet.None => "DOTNET_EnableHWIntrinsic",
                _ => null,
            };
            if (off is not null) yield return (off, "0");
            if (Threads is { } count) yield return ("SEQ2SEQ_NUM_THREADS", count.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary><c>avx2, 1 thread</c>; empty for the machine's own mode.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Instructions != InstructionSet.Own || Threads is not null) parts.Add(Instructions.ToString().ToLowerInvariant());
        if (Threads is { } count) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} thread{(count == 1 ? "" : "s")}"));
        return string.Join(", ", parts);
    }
}

/// <summary>The vector instructions a process may use.</summary>
internal enum InstructionSet
{
    /// <summary>All that the processor has.</summary>
    Own,

    /// <summary>No AVX-512. Changes nothing on Arm.</summary>
    Avx2,

    /// <summary>No AVX. Changes nothing on Arm.</summary>
    Sse,

    /// <summary>No vector instructions at all.</summary>
    None,
}
