using Seq2Seq.Display.Charts;

namespace Seq2Seq.Display.Svg;

/// <summary>Dashes tell lines apart where the palette starts again.</summary>
internal static class Dash
{
    public const string Pattern = " stroke-dasharray=\"6 4\"";

    public static bool Needed(Mark mark) =>
        mark is LineMark { Dashed: true } || mark.Color / Tone.Series.Count % 2 == 1;
}
