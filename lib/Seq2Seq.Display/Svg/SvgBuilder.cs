using System.Globalization;
using System.Text;
using Seq2Seq.Display.Colors;
using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Svg;

/// <summary>Writes SVG elements: escaped, to a tenth of a pixel, and never outside the view box.</summary>
/// <remarks>
/// Colours are given twice: as an attribute (a page that strips styles, as GitHub's may, still shows the light picture) and
/// as a class that follows the colour scheme. The figure's id is not known before its content is: '\u0001' stands for it.
/// </remarks>
internal sealed class SvgBuilder(double width, double height)
{
    public const char Id = '\u0001';

    private readonly StringBuilder text = new(8192);
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public double Width => width;

    public double Height => height;

    public IEnumerable<string> UsedRoles => used;

    public override string ToString() => text.ToString();

    /// <summary>An id that no element has yet: the second panel's mask must not be the first one's.</summary>
    public string FreeId(string name)
    {
        var id = name;
        for (var n = 2; !ids.Add(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return $"{Id}-{id}";
    }

    /// <summary>Opens a group of one paint; the elements in it need none of their own.</summary>
    public void Open(Tone fill, Tone? stroke = null, double strokeWidth = 1, string more = "")
    {
        stroke ??= Tone.None;
        text.Append("<g class=\"").Append(Role('f', fill));
        if (stroke != Tone.None)
            text.Append(' ').Append(Role('s', stroke));
        text.Append("\" fill=\"").Append(fill.Light).Append('"');
        if (stroke != Tone.None)
        {
            text.Append(" stroke=\"").Append(stroke.Light).Append("\" stroke-width=\"");
            Number(strokeWidth);
            text.Append('"');
        }
        text.Append(more).Append('>');
    }

    public void Close() => text.Append("</g>\n");

    public void Rectangle(double x, double y, double w, double h, string? tip = null, string more = "")
    {
        var (left, top, right, bottom) = (X(x), Y(y), X(x + w), Y(y + h));
        text.Append("<rect x=\"");
        Number(left);
        text.Append("\" y=\"");
        Number(top);
        text.Append("\" width=\"");
        Number(Math.Max(0, right - left));
        text.Append("\" height=\"");
        Number(Math.Max(0, bottom - top));
        text.Append('"').Append(more);
        End("rect", tip);
    }

    public void Segment(double x1, double y1, double x2, double y2)
    {
        text.Append("<path d=\"M");
        Pair(x1, y1);
        text.Append('L');
        Pair(x2, y2);
        text.Append("\"/>");
    }

    public void Circle(double x, double y, double radius, string? tip)
    {
        text.Append("<circle cx=\"");
        Number(X(x));
        text.Append("\" cy=\"");
        Number(Y(y));
        text.Append("\" r=\"");
        Number(radius);
        text.Append('"');
        End("circle", tip);
    }

    /// <summary>Begins a path; continue with MoveTo and LineTo, end with EndPath.</summary>
    public void BeginPath() => text.Append("<path d=\"");

    public void MoveTo(double x, double y)
    {
        text.Append('M');
        Pair(x, y);
    }

    public void LineTo(double x, double y)
    {
        text.Append(' ');
        Pair(x, y);
    }

    /// <summary>A rectangle as a part of a path.</summary>
    public void Block(double x, double y, double w, double h)
    {
        var (left, top) = (Tenths(X(x)), Tenths(Y(y)));
        var (right, bottom) = (Tenths(X(x + w)), Tenths(Y(y + h)));
        text.Append('M');
        Number(left);
        text.Append(' ');
        Number(top);
        text.Append('h');
        Number(right - left);
        text.Append('v');
        Number(bottom - top);
        text.Append('h');
        Number(left - right);
        text.Append('z');
    }

    /// <summary>A cubic curve from where the path is.</summary>
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y)
    {
        text.Append('C');
        Pair(x1, y1);
        text.Append(' ');
        Pair(x2, y2);
        text.Append(' ');
        Pair(x, y);
    }

    public void ClosePath() => text.Append('z');

    public void EndPath(string? tip = null, string more = "")
    {
        text.Append('"').Append(more);
        End("path", tip);
    }

    /// <summary>One line of text; anchor is start, middle or end; rotated around its own place.</summary>
    public void Text(double x, double y, string content, string anchor = "start", double rotate = 0, string more = "")
    {
        text.Append("<text x=\"");
        Number(X(x));
        text.Append("\" y=\"");
        Number(Y(y));
        text.Append('"');
        if (anchor != "start")
            text.Append(" text-anchor=\"").Append(anchor).Append('"');
        if (rotate != 0)
        {
            text.Append(" transform=\"rotate(");
            Number(rotate);
            text.Append(' ');
            Number(X(x));
            text.Append(' ');
            Number(Y(y));
            text.Append(")\"");
        }
        text.Append(more).Append('>');
        Markup.Escape(text, content);
        text.Append("</text>");
    }

    /// <summary>Markup that is already safe.</summary>
    public void Raw(string markup) => text.Append(markup);

    /// <summary>A raw element that stands at a place of the picture.</summary>
    public void Image(double x, double y, double w, double h, string dataUri, string? tip, string more = "")
    {
        text.Append("<image x=\"");
        Number(X(x));
        text.Append("\" y=\"");
        Number(Y(y));
        text.Append("\" width=\"");
        Number(X(x + w) - X(x));
        text.Append("\" height=\"");
        Number(Y(y + h) - Y(y));
        text.Append("\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"").Append(dataUri).Append('"').Append(more);
        End("image", tip);
    }

    public static string Format(double value)
    {
        var builder = new StringBuilder();
        Append(builder, value);
        return builder.ToString();
    }

    private string Role(char kind, Tone tone)
    {
        var role = kind + "-" + tone.Name;
        if (tone != Tone.None)
            used.Add(role);
        return role;
    }

    private void End(string element, string? tip)
    {
        if (string.IsNullOrEmpty(tip))
        {
            text.Append("/>");
            return;
        }
        text.Append("><title>");
        Markup.Escape(text, tip);
        text.Append("</title></").Append(element).Append('>');
    }

    private void Pair(double x, double y)
    {
        Number(X(x));
        text.Append(' ');
        Number(Y(y));
    }

    private double X(double x) => double.IsNaN(x) ? 0 : Math.Clamp(x, 0, width);

    private double Y(double y) => double.IsNaN(y) ? 0 : Math.Clamp(y, 0, height);

    private void Number(double value) => Append(text, value);

    private static double Tenths(double value) => Math.Round(value * 10) / 10;

    private static void Append(StringBuilder into, double value)
    {
        var tenths = (long)Math.Round(value * 10);
        if (tenths < 0)
        {
            into.Append('-');
            tenths = -tenths;
        }
        var (whole, rest) = Math.DivRem(tenths, 10);
        if (whole > 0 || rest == 0)
            into.Append(CultureInfo.InvariantCulture, $"{whole}");
        if (rest > 0)
            into.Append('.').Append((char)('0' + rest));
    }
}
