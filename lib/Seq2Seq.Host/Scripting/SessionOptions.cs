namespace Seq2Seq.Host.Scripting;

/// <summary>What a session is told when it starts.</summary>
internal sealed record SessionOptions
{
    /// <summary>The notebook's folder: <c>#r</c>, <c>#load</c> and <c>#!import</c> paths start here.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Characters of stdout and stderr a cell may show before the rest is dropped with a note.</summary>
    public int StreamLimit { get; init; } = 64 << 20;

    /// <summary>Characters of displays a cell may show before the rest is dropped with a note.</summary>
    public int DisplayLimit { get; init; } = 256 << 20;
}
