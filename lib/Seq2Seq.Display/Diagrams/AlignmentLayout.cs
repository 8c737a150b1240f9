using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Diagrams;

/// <summary>Sets two sentences one above the other, or, where they are too long for that, as two columns.</summary>
internal static class AlignmentLayout
{
    private const int MostTokens = 200;
    private const double Between = 76;
    private const double TokenHeight = 24;

    public static Diagram Of(AlignmentFigure figure)
    {
        var source = figure.Source.Take(MostTokens).ToArray();
        var target = figure.Target.Take(MostTokens).ToArray();
        var room = Math.Max(120, figure.Width - 24);
        var (sourceWidth, targetWidth) = (source.Sum(WidthOf), target.Sum(WidthOf));
        var level = Math.Max(sourceWidth, targetWidth) <= room;
        var total = Math.Max(sourceWidth, targetWidth);
        var top = level ? Row(source, TokenHeight / 2 + 1, (total - sourceWidth) / 2) : Column(source, 130);
        var bottom = level ? Row(target, TokenHeight * 1.5 + Between, (total - targetWidth) / 2) : Column(target, 130 + 220);
        var groups = figure.Links.Select(link => link.Group).Distinct().ToList();
        var links = figure.Links.Where(link => link.Source < top.Count && link.Target < bottom.Count)
            .Select(link => ToLink(link, top[link.Source], bottom[link.Target], groups.IndexOf(link.Group), groups.Count, level)).ToList();
        var width = level ? total : 480;
        var height = level ? TokenHeight * 2 + Between + 2 : Math.Max(top.Count, bottom.Count) * (TokenHeight + 4) + 2;
        var notes = new List<string>();
        if (source.Length + target.Length == 0)
            notes.Add("No data.");
        if (source.Length < figure.Source.Count || target.Length < figure.Target.Count)
            notes.Add($"The first {MostTokens} tokens of each sentence are shown.");
        if (figure.Links.Any(link => !double.IsFinite(link.Strength)))
            notes.Add("Links whose strength is not finite are drawn faint.");
        if (groups.Count > 1)
            notes.Add("Fainter lines are weaker.");
        var summary = $"Alignment of “{string.Join(" ", source.Take(30))}” with “{string.Join(" ", target.Take(30))}”, {figure.Links.Count} links.";
        return new(width, height, [.. top, .. bottom], links, summary, notes)
        {
            Groups = groups.Count > 1 ? groups : [],
        };
    }

    private static double WidthOf(string token) => Math.Clamp(CharacterWidth.Pixels(token, Box.FontSize), 8, 120) + 18;

    private static List<Box> Row(string[] tokens, double y, double left)
    {
        var boxes = new List<Box>();
        foreach (var token in tokens)
        {
            var width = WidthOf(token);
            boxes.Add(new(left + width / 2, y, width - 6, TokenHeight, token, Tip: token));
            left += width;
        }
        return boxes;
    }

    private static List<Box> Column(string[] tokens, double x) =>
        [.. tokens.Select((token, i) => new Box(x, i * (TokenHeight + 4) + TokenHeight / 2 + 1, WidthOf(token) - 6, TokenHeight, token, Tip: token))];

    private static Link ToLink(AlignmentLink link, Box source, Box target, int group, int groupCount, bool level)
    {
        // Lines of different groups run side by side.
        var aside = (group - (groupCount - 1) / 2.0) * 6;
        var strength = double.IsFinite(link.Strength) ? Math.Clamp(link.Strength, 0, 1) : 0;
        var tip = $"{source.Text} – {target.Text}: {NumberText.Value(link.Strength)}" + (link.Group.Length > 0 ? $" ({link.Group})" : "");
        (double, double)[] ends = level
            ? [(source.X + aside, source.Y + source.Height / 2), (target.X + aside, target.Y - target.Height / 2)]
            : [(source.X + source.Width / 2, source.Y + aside), (target.X - target.Width / 2, target.Y + aside)];
        return new(ends, Color: Math.Max(0, group), Strength: strength, Thickness: 2, IsDashed: group % 2 == 1, Tip: tip);
    }
}
