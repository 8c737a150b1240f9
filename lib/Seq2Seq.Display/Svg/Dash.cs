namespace Seq2Seq.Display.Svg;

/// <summary>How a dashed line is dashed.</summary>
internal static class Dash
{
    public const string Pattern = " stroke-dasharray=\"6 4\"";
}
