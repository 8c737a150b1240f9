namespace Seq2Seq.Host.Running;

/// <summary>How a session process is started and how far it may go.</summary>
internal sealed record SessionProcessOptions
{
    /// <summary>The notebook's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>A cell that runs longer is stopped.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>A process that takes more memory is ended.</summary>
    public long MemoryLimit { get; init; } = 4L << 30;

    /// <summary>How many processors the process sees.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>What it may use of the machine.</summary>
    public RunMode Mode { get; init; } = new();

    /// <summary>Characters of console output per cell before the rest is dropped with a note.</summary>
    public int StreamLimit { get; init; } = 1 << 20;
}
