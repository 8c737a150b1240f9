namespace Seq2Seq.Host.Running;

/// <summary>What <c>course run</c> was asked to do.</summary>
internal sealed record RunOptions
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    /// <summary>Compare outputs with the committed ones.</summary>
    public bool Check { get; init; }

    /// <summary>Write new outputs into the files.</summary>
    public bool InPlace { get; init; }

    /// <summary>Write static pages here.</summary>
    public string? HtmlFolder { get; init; }

    /// <summary>Write a JUnit report here.</summary>
    public string? JUnitFile { get; init; }

    /// <summary>How many notebooks run at once; processors are divided among them.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Every notebook runs once in each.</summary>
    public IReadOnlyList<RunMode> Modes { get; init; } = [new()];

    /// <summary>A notebook that takes longer has failed; null: none does.</summary>
    public TimeSpan? NotebookLimit { get; init; }

    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Bytes one notebook may take.</summary>
    public long MemoryLimit { get; init; } = 4L << 30;

    /// <summary>Take the library as it stands.</summary>
    public bool NoBuild { get; init; }
}
