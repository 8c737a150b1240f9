using System.Globalization;
using System.Text;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Live;

/// <summary>How far a piece of work is, as a bar.</summary>
/// <remarks>Total is null when it is not known; Elapsed once it is over, as what stays in a notebook must not tell the time.</remarks>
internal sealed record ProgressState(string Name, long Done, long? Total, TimeSpan? Elapsed, string Status, bool Failed) : IShowable
{
    public MimeBundle ToMimeBundle() => new MimeBundle(Text()).With(MimeTypes.Html, Html());

    private double Share => Total is > 0 and var total ? Math.Clamp((double)Done / total, 0, 1) : 0;

    private string Text()
    {
        const int Cells = 24;
        var full = (int)Math.Round(Share * Cells);
        var bar = Total is null ? "" : new string('█', full) + new string('░', Cells - full) + " ";
        return (Name.Length > 0 ? Name + " " : "") + bar + Figures();
    }

    private string Html()
    {
        var html = new StringBuilder("<div style=\"font-size:13px\">");
        Markup.Escape(html, Name);
        if (Total is not null)
            html.Append(CultureInfo.InvariantCulture, $" <progress max=\"1\" value=\"{Share:0.####}\" style=\"width:16em;vertical-align:middle\"></progress>");
        html.Append(' ');
        Markup.Escape(html, Figures());
        return html.Append("</div>").ToString();
    }

    private string Figures()
    {
        var parts = new List<string> { Total is { } total ? $"{NumberText.Count(Done)} of {NumberText.Count(total)}" : NumberText.Count(Done) };
        if (Failed)
            parts.Add("stopped");
        else if (Elapsed is null && (Total is null || Done >= Total))
            parts.Add("done");
        if (Elapsed is { TotalSeconds: > 0 } elapsed && Done > 0)
        {
            var rate = Done / elapsed.TotalSeconds;
            parts.Add(rate >= 1 ? $"{NumberText.Value(Math.Round(rate, 1))}/s" : $"{NumberText.Value(Math.Round(1 / rate, 1))} s each");
            if (Total is { } all && all > Done)
                parts.Add(Duration((all - Done) / rate) + " left");
        }
        if (Status.Length > 0)
            parts.Add(Status);
        return string.Join(", ", parts);
    }

    private static string Duration(double seconds)
    {
        var whole = (long)Math.Min(Math.Ceiling(seconds), 1e9);
        return whole switch
        {
            < 60 => $"{whole} s",
            < 3600 => $"{whole / 60} min {whole % 60:00} s",
            _ => $"{whole / 3600} h {whole / 60 % 60:00} min",
        };
    }
}
