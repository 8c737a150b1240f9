namespace Seq2Seq.Display;

/// <summary>One axis of a chart.</summary>
public sealed record Axis
{
    /// <summary>What the axis shows.</summary>
    public string Title { get; init; } = "";

    /// <summary>The unit, shown in brackets behind the title.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Equal factors instead of equal steps; values that are not positive are left out with a note.</summary>
    public bool IsLog { get; init; }

    /// <summary>The lowest value shown; chosen from the data when null.</summary>
    public double? Minimum { get; init; }

    /// <summary>The highest value shown; chosen from the data when null.</summary>
    public double? Maximum { get; init; }

    /// <summary>The names of the places 0, 1, 2, … when the axis shows categories.</summary>
    internal IReadOnlyList<string>? Categories { get; init; }

    internal bool IsReversed { get; init; }

    /// <summary>The title with its unit.</summary>
    internal string Label => Unit.Length == 0 ? Title : Title.Length == 0 ? Unit : $"{Title} ({Unit})";
}
