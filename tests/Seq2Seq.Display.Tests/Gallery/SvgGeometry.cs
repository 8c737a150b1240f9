using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Seq2Seq.Display.Tests.Gallery;

/// <summary>Reads the places of everything in an SVG: an independent reading of what the library writes.</summary>
internal static partial class SvgGeometry
{
    /// <summary>What lies outside the view box, in words; parsing fails on anything that is no well-formed XML.</summary>
    public static List<string> Outside(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var box = ((string)root.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
        var outside = new List<string>();
        foreach (var element in root.Descendants())
        {
            foreach (var (x, y) in Places(element))
            {
                if (!(x >= 0 && x <= box[2] && y >= 0 && y <= box[3]))
                    outside.Add($"{element.Name.LocalName} at {x}, {y}");
            }
        }
        return outside;
    }

    private static List<(double X, double Y)> Places(XElement element)
    {
        double At(string name) => Number((string?)element.Attribute(name) ?? throw new FormatException($"{element.Name.LocalName} has no {name}"));
        switch (element.Name.LocalName)
        {
            case "rect" or "image":
                Assert.True(At("width") >= 0 && At("height") >= 0);
                return [(At("x"), At("y")), (Math.Round(At("x") + At("width") - 0.2, 3), Math.Round(At("y") + At("height") - 0.2, 3))];
            case "circle":
                return [(At("cx"), At("cy"))];
            case "text":
                return [(At("x"), At("y"))];
            case "path":
                return Path((string)element.Attribute("d")!);
            case "line" or "polyline" or "polygon" or "ellipse" or "use" or "foreignObject" or "script":
                throw new FormatException($"unexpected element {element.Name.LocalName}");
            default:
                return [];
        }
    }

    private static List<(double, double)> Path(string data)
    {
        var places = new List<(double, double)>();
        var (x, y, startX, startY) = (0.0, 0.0, 0.0, 0.0);
        Assert.Equal(data.Length, Commands().Matches(data).Sum(match => match.Length));
        foreach (Match match in Commands().Matches(data))
        {
            var numbers = Numbers().Matches(match.Value).Select(number => Number(number.Value)).ToArray();
            switch (match.Value[0])
            {
                case 'M' or 'L' or 'C':
                    Assert.Equal(0, numbers.Length % 2);
                    for (var i = 0; i < numbers.Length; i += 2)
                        places.Add((x, y) = (numbers[i], numbers[i + 1]));
                    if (match.Value[0] == 'M')
                        (startX, startY) = (numbers[0], numbers[1]);
                    break;
                case 'h':
                    places.Add((x = Math.Round(x + numbers.Single(), 3), y));
                    break;
                case 'v':
                    places.Add((x, y = Math.Round(y + numbers.Single(), 3)));
                    break;
                case 'z':
                    (x, y) = (startX, startY);
                    break;
            }
        }
        return places;
    }

    private static double Number(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : throw new FormatException(text);
    }

    [GeneratedRegex("[MLChvz][-0-9. ]*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)")]
    private static partial Regex Numbers();
}
