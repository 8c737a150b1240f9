using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Terminal;

/// <summary>Writes graphs as their edges, search trees as indented lines, alignments as pairs.</summary>
internal static class DiagramText
{
    private const int MostLines = 80;

    public static void Graph(TextPage page, GraphFigure figure)
    {
        var labels = figure.Nodes.ToDictionary(node => node.Id, node => node.Label.Replace("\n", " ", StringComparison.Ordinal), StringComparer.Ordinal);
        foreach (var group in figure.Edges.GroupBy(edge => edge.To).Take(MostLines))
        {
            var from = group.Select(edge => labels[edge.From] + (edge.Label.Length > 0 ? $" ({edge.Label})" : ""));
            page.Line(Inert.Line($"{string.Join(", ", from)} → {labels[group.Key]}", page.Width));
        }
        var joined = figure.Edges.SelectMany(edge => new[] { edge.From, edge.To }).ToHashSet(StringComparer.Ordinal);
        foreach (var node in figure.Nodes.Where(node => !joined.Contains(node.Id)).Take(MostLines))
            page.Line(Inert.Line(labels[node.Id], page.Width));
    }

    public static void Tree(TextPage page, SearchTreeFigure figure)
    {
        var children = Enumerable.Range(0, figure.Branches.Count).ToLookup(i => figure.Branches[i].Parent);
        var path = figure.BestPath();
        var stack = new Stack<(int At, string Indent, string Branch)>();
        foreach (var root in children[-1].Reverse())
            stack.Push((root, "", ""));
        for (var line = 0; stack.TryPop(out var next); line++)
        {
            if (line == MostLines)
            {
                page.Line($"… {NumberText.Count(figure.Branches.Count - line)} more");
                return;
            }
            var branch = figure.Branches[next.At];
            var mark = path.Contains(next.At) ? " ★" : branch.IsKept ? "" : " ✗";
            page.Line(Inert.Line($"{next.Indent}{next.Branch}{branch.Token} {NumberText.Value(branch.Score)}{mark}", page.Width));
            var indent = next.Indent + next.Branch switch
            {
                "├ " => "│ ",
                "└ " => "  ",
                _ => "",
            };
            var below = children[next.At].ToArray();
            for (var i = below.Length - 1; i >= 0; i--)
                stack.Push((below[i], indent, i == below.Length - 1 ? "└ " : "├ "));
        }
    }

    public static void Alignment(TextPage page, AlignmentFigure figure)
    {
        page.Line(Inert.Line(string.Join(" ", figure.Source), page.Width));
        page.Line(Inert.Line(string.Join(" ", figure.Target), page.Width));
        var widest = figure.Source.Take(MostLines).Select(CharacterWidth.Cells).DefaultIfEmpty(0).Max();
        foreach (var group in figure.Links.GroupBy(link => link.Source).OrderBy(group => group.Key).Take(MostLines))
        {
            var targets = group.Select(link => figure.Target[link.Target] + (link.Strength < 1 ? $" ({NumberText.Value(link.Strength)})" : ""));
            page.Line(Inert.Line(TextFit.Pad(figure.Source[group.Key], Math.Min(widest, 30)) + " ─ " + string.Join(", ", targets), page.Width));
        }
    }
}
