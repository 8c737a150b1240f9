using System.Globalization;
using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Running.Checking;

/// <summary>The axes a drawn line belongs to: its attributes <c>data-x</c> and <c>data-y</c> say where both begin and end, in pixels and in values.</summary>
internal sealed partial class DrawnAxes
{
    private readonly Axis x;
    private readonly Axis y;

    private DrawnAxes(Axis x, Axis y) => (this.x, this.y) = (x, y);

    /// <summary>What rounding to a tenth of a pixel can change in a value of y.</summary>
    public double Blur => Math.Max(Math.Abs(y.Value(y.FirstPixel + Math.Sign(y.LastPixel - y.FirstPixel) * 0.15) - y.First), Math.Abs(y.Last - y.Value(y.LastPixel - Math.Sign(y.LastPixel - y.FirstPixel) * 0.15)));

    /// <summary>The axes of a mark, or null if it doesn't tell them.</summary>
    public static DrawnAxes? Read(string shape)
    {
        Axis? x = null, y = null;
        foreach (Match match in Attribute().Matches(shape))
        {
            var axis = new Axis(match.Groups["log"].Success, Number(match, "p0"), Number(match, "v0"), Number(match, "p1"), Number(match, "v1"));
            if (match.Groups["axis"].Value == "x") x = axis;
            else y = axis;
        }
        return x is { } across && y is { } up ? new DrawnAxes(across, up) : null;
    }

    /// <summary>A mark's attributes without those of its axes.</summary>
    public static string Without(string shape) => Attribute().Replace(shape, "");

    /// <summary>The values drawn at a point.</summary>
    public (double X, double Y) Value((double X, double Y) pixels) => (x.Value(pixels.X), y.Value(pixels.Y));

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("data-(?<axis>[xy])=\"(?<log>log )?(?<p0>[-+.\\dE]+) (?<v0>[-+.\\dE]+) (?<p1>[-+.\\dE]+) (?<v1>[-+.\\dE]+)\"")]
    private static partial Regex Attribute();

    private readonly record struct Axis(bool IsLog, double FirstPixel, double First, double LastPixel, double Last)
    {
        public double Value(double pixel)
        {
            var part = (pixel - FirstPixel) / (LastPixel - FirstPixel);
            return IsLog ? First * Math.Pow(Last / First, part) : First + part * (Last - First);
        }
    }
}
