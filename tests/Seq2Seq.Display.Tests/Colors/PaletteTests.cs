using System.Globalization;
using Seq2Seq.Display.Colors;

namespace Seq2Seq.Display.Tests.Colors;

public class PaletteTests
{
    /// <summary>Full colour blindness of each kind, as matrices on linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).</summary>
    private static readonly Dictionary<string, double[,]> Sights = new()
    {
        ["usual"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanopia"] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["deuteranopia"] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["tritanopia"] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public static TheoryData<string, bool> Cases => [.. Sights.Keys.SelectMany(sight => new[] { (sight, false), (sight, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_two_series_can_be_told_apart(string sight, bool isDark)
    {
        var seen = Tone.Series.Select(tone => Lab(See(Sights[sight], Linear(isDark ? tone.Dark : tone.Light)))).ToArray();

        for (var i = 0; i < seen.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // CIE 1976 distance: 2.3 is just noticeable side by side; a legend asks for much more.
                var distance = Math.Sqrt(seen[i].Zip(seen[j], (a, b) => (a - b) * (a - b)).Sum());
                Assert.True(distance >= (i < 6 ? 15 : 11), $"series {j} and {i} are {distance:0.0} apart");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_colour_stands_out_from_the_paper(bool isDark)
    {
        // WCAG 2.2: 3:1 for graphics, 4.5:1 for text.
        Assert.All(Tone.Series.Append(Tone.Heat).Append(Tone.Cold), tone => Assert.True(Contrast(tone, isDark) >= 3, tone.Name));
        Assert.All(new[] { Tone.Ink, Tone.Soft }, tone => Assert.True(Contrast(tone, isDark) >= 4.5, tone.Name));
    }

    private static double Contrast(Tone tone, bool isDark)
    {
        var (a, b) = (Luminance(isDark ? tone.Dark : tone.Light), Luminance(isDark ? Tone.Paper.Dark : Tone.Paper.Light));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => Linear(hex).Zip([0.2126, 0.7152, 0.0722], (channel, weight) => channel * weight).Sum();

    private static double[] Linear(string hex) =>
    [
        .. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];

    private static double[] See(double[,] sight, double[] rgb) =>
        [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(i => sight[row, i] * rgb[i]), 0, 1))];

    private static double[] Lab(double[] rgb)
    {
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
        var x = F((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        var y = F(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        var z = F((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }
}
