using Seq2Seq.Display.Charts;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Draws bars as rows of blocks, to an eighth of a character.</summary>
internal static class BarText
{
    private const int MostRows = 60;
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    public static void Print(TextPage page, Chart chart)
    {
        var names = chart.X.Categories ?? chart.Y.Categories ?? [];
        var valueAxis = chart.X.Categories is null ? chart.X : chart.Y;
        var groups = chart.Marks.OfType<BarMark>().ToList();
        var values = groups.SelectMany(group => group.Value).Where(double.IsFinite).ToList();
        var (low, high) = (Math.Min(0, values.DefaultIfEmpty(0).Min()), Math.Max(0, values.DefaultIfEmpty(0).Max()));
        var margin = Math.Min(page.Width / 3, names.Take(MostRows).Select(name => CharacterWidth.Cells(Inert.Line(name, 40))).DefaultIfEmpty(0).Max());
        var room = Math.Max(4, page.Width - margin - 12);
        if (valueAxis.Label.Length > 0)
            page.Line(Inert.Line(valueAxis.Label, page.Width));
        var shown = Math.Min(names.Count, Math.Max(1, MostRows / Math.Max(1, groups.Count)));
        for (var i = 0; i < shown; i++)
        {
            for (var group = 0; group < groups.Count; group++)
            {
                var label = group == 0 ? TextFit.Pad(Inert.Line(names[i], 40), margin) : new string(' ', margin);
                page.Line(label + " " + Row(page, groups[group], i, low, high, room));
            }
        }
        if (shown < names.Count)
            page.Line($"… and {NumberText.Count(names.Count - shown)} more");
        if (groups.Count > 1)
        {
            foreach (var group in groups.Select((mark, place) => (mark, place)))
                page.Line(page.Paint("█ ", group.mark.Color) + Inert.Line($"{Place(group.place)} bar: {group.mark.Name}", page.Width - 2));
        }
    }

    private static string Row(TextPage page, BarMark bars, int i, double low, double high, int room)
    {
        var value = bars.Value[i];
        if (!double.IsFinite(value))
            return NumberText.Value(value);
        // Halves keep the widest span of doubles finite.
        double Eighth(double at) => high > low ? (at / 2 - low / 2) / (high / 2 - low / 2) * room : 0;
        var (from, to) = (Eighth(Math.Min(0, value)), Eighth(Math.Max(0, value)));
        var blank = new string(' ', (int)from);
        var full = (int)to - (int)from;
        var rest = value < 0 ? 0 : (int)((to - Math.Floor(to)) * 8);
        var bar = new string('█', Math.Max(value < 0 ? 1 : 0, full)) + (rest > 0 ? Eighths[rest].ToString() : "");
        var error = bars.Low is { } lows && bars.High is { } highs ? $" ({NumberText.Value(lows[i])} to {NumberText.Value(highs[i])})" : "";
        return blank + page.Paint(bar, bars.Color) + " " + NumberText.Value(value) + error;
    }

    private static string Place(int place) => place switch
    {
        0 => "1st",
        1 => "2nd",
        2 => "3rd",
        _ => NumberText.Count(place + 1) + "th",
    };
}
