using System.Text;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Svg;

/// <summary>The style inside a figure: every rule under the figure's own id, so that none leaks into the page.</summary>
internal static class StyleSheet
{
    private static readonly Dictionary<string, Tone> Tones = new[]
    {
        Tone.Paper, Tone.Ink, Tone.Soft, Tone.Grid, Tone.Heat, Tone.Cold, Tone.Hatch,
    }.Concat(Tone.Series).ToDictionary(tone => tone.Name, StringComparer.Ordinal);

    /// <summary>The rules for the roles a figure uses: f-ink fills with ink, s-c0 strokes with the first series colour.</summary>
    public static string For(IEnumerable<string> roles)
    {
        var used = roles.ToList();
        var tones = used.Select(role => Tones[role[2..]]).Distinct().ToList();
        var css = new StringBuilder("<style>#\u0001{max-width:100%;height:auto");
        foreach (var tone in tones)
            css.Append(";--").Append(tone.Name).Append(':').Append(tone.Light);
        css.Append("}@media(prefers-color-scheme:dark){#\u0001{");
        css.AppendJoin(';', tones.Select(tone => $"--{tone.Name}:{tone.Dark}"));
        css.Append("}}");
        foreach (var role in used)
            css.Append("#\u0001 .").Append(role).Append('{').Append(role[0] == 'f' ? "fill" : "stroke")
                .Append(":var(--").Append(role.AsSpan(2)).Append(")}");
        return css.Append("#\u0001 text{white-space:pre}</style>\n").ToString();
    }
}
