namespace Seq2Seq.Display.Diagrams;

/// <summary>Boxes and the lines between them, with their places: what graphs, trees and alignments have in common.</summary>
/// <remarks>Lengths are pixels at full size; a diagram larger than its area is scaled down as a whole.</remarks>
internal sealed record Diagram(double Width, double Height, IReadOnlyList<Box> Boxes, IReadOnlyList<Link> Links, string Summary,
    IReadOnlyList<string> Notes, bool IsCentered = true)
{
    /// <summary>What the colours of the links mean; every other one is dashed.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>A labelled box around a place; colour −1 is a plain one.</summary>
internal sealed record Box(double X, double Y, double Width, double Height, string Text, string Below = "", int Color = -1,
    bool IsFaint = false, bool HasFrame = true, string Tip = "")
{
    public const double FontSize = 12;

    public const double LineHeight = 15;

    /// <summary>The box's lines of text.</summary>
    public string[] Lines { get; } = Text.Split('\n');
}

/// <summary>A line from box to box through places.</summary>
internal sealed record Link(IReadOnlyList<(double X, double Y)> Places, string Text = "", int Color = -1, double Strength = 1,
    double Thickness = 1.2, bool HasArrow = false, bool IsDashed = false, string Tip = "");
