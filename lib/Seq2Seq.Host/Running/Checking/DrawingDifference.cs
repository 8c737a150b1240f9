using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Running.Checking;

/// <summary>What changed in an SVG figure, by what its marks are called: which series, where, by how much.</summary>
internal static partial class DrawingDifference
{
    private const int LineLimit = 12;

    /// <summary>Adds its lines; false if the two hold no drawing or differ only in what has no name.</summary>
    public static bool Describe(string place, string committed, string actual, List<string> lines)
    {
        if (!committed.Contains("<svg", StringComparison.Ordinal) || !actual.Contains("<svg", StringComparison.Ordinal)) return false;
        var found = new List<string>();
        var (before, after) = (Marks(committed), Marks(actual));
        if (before.Count != after.Count) found.Add($"{before.Count} marks became {after.Count}");
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            var ((title, shape), (newTitle, newShape)) = (before[i], after[i]);
            if (title != newTitle) found.Add($"\"{title}\" became \"{newTitle}\"");
            if (shape != newShape && Moved(shape, newShape) is { } moved) found.Add($"\"{newTitle}\": {moved}");
        }
        var (words, newWords) = (Texts(committed), Texts(actual));
        if (!words.SequenceEqual(newWords))
            found.Add($"labels: {string.Join(", ", words.Except(newWords).Take(5).Select(word => $"\"{word}\""))} became {string.Join(", ", newWords.Except(words).Take(5).Select(word => $"\"{word}\""))}");
        if (found.Count == 0) return false;
        lines.Add($"{place}: figure{(Heading(actual) is { Length: > 0 } heading ? $" \"{heading}\"" : "")}:");
        lines.AddRange(found.Take(LineLimit).Select(line => "  " + line));
        if (found.Count > LineLimit) lines.Add($"  ... and {found.Count - LineLimit} more differences");
        return true;
    }

    // A mark's name is the title inside it.
    private static List<(string Title, string Shape)> Marks(string html) =>
        [.. Mark().Matches(html).Select(match => (WebUtility.HtmlDecode(match.Groups["title"].Value), match.Groups["shape"].Value))];

    private static List<string> Texts(string html) => [.. Label().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    private static string Heading(string html) => Title().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";

    private static string? Moved(string before, string after)
    {
        var (was, now) = (Points(before), Points(after));
        if (was.Count != now.Count) return $"drawn with {was.Count} points, now {now.Count}";
        if (DrawnAxes.Read(before) is { } oldAxes && DrawnAxes.Read(after) is { } newAxes)
            return ByValue([.. was.Select(oldAxes.Value)], [.. now.Select(newAxes.Value)], Math.Max(oldAxes.Blur, newAxes.Blur));
        var different = Enumerable.Range(0, was.Count).Where(i => was[i] != now[i]).ToArray();
        if (different.Length == 0) return null;
        var most = different.Max(i => Math.Max(Math.Abs(was[i].X - now[i].X), Math.Abs(was[i].Y - now[i].Y)));
        return string.Create(CultureInfo.InvariantCulture,
            $"{different.Length} of {was.Count} points moved, the first is point {different[0] + 1}, the farthest by {most:0.###} px");
    }

    private static string? ByValue((double X, double Y)[] was, (double X, double Y)[] now, double blur)
    {
        double By(int i) => Math.Abs(was[i].Y - now[i].Y);
        var different = Enumerable.Range(0, was.Length).Where(i => By(i) > blur).ToArray();
        if (different.Length == 0) return null;
        var (first, most) = (different[0], different.MaxBy(By));
        return string.Create(CultureInfo.InvariantCulture,
            $"y differs at {different.Length} of {was.Length} drawn points, first at x = {was[first].X:G4}: {was[first].Y:G4} -> {now[first].Y:G4}, most at x = {was[most].X:G4}: by {By(most):G3}");
    }

    private static List<(double X, double Y)> Points(string shape) =>
        [.. Number().Matches(DrawnAxes.Without(shape)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).Chunk(2).Select(pair => (pair[0], pair[^1]))];

    [GeneratedRegex("<(?:path|circle|rect|line|polygon|polyline|g)(?<shape>[^>]*)><title>(?<title>[^<]*)</title>")]
    private static partial Regex Mark();

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex Label();

    [GeneratedRegex("<title[^>]*>([^<]*)</title>")]
    private static partial Regex Title();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?(?:e-?\d+)?")]
    private static partial Regex Number();
}
