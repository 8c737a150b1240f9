using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Diagrams;

/// <summary>Gives the nodes of a directed graph their places.</summary>
internal static class GraphLayout
{
    public const int MostNodes = 400;
    private const double Gap = 18;
    private const double LayerGap = 34;

    public static Diagram Of(GraphFigure figure)
    {
        var nodes = figure.Nodes.Take(MostNodes).ToList();
        var index = nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        var edges = figure.Edges.Where(edge => index.ContainsKey(edge.From) && index.ContainsKey(edge.To)).ToList();
        var layers = new Layers(nodes.Count, [.. edges.Select(edge => (index[edge.From], index[edge.To]))]);
        var sizes = nodes.Select(node => SizeOf(node.Label)).ToList();
        var places = Places(layers, sizes, figure.IsLeftToRight);
        var groups = figure.Nodes.Select(node => node.Group).Where(group => group.Length > 0).Distinct().ToList();
        var boxes = nodes.Select((node, i) => new Box(places[i].X, places[i].Y, sizes[i].Width, sizes[i].Height, node.Label,
            Color: groups.IndexOf(node.Group), Tip: node.Tip)).ToList();
        var links = edges.Select((edge, i) => ToLink(layers.Chains[i], index[edge.From], places, boxes, edge.Label)).ToList();
        var width = boxes.Select(box => box.X + box.Width / 2).Concat(links.SelectMany(link => link.Places).Select(place => place.X)).DefaultIfEmpty(0).Max();
        var height = boxes.Select(box => box.Y + box.Height / 2).Concat(links.SelectMany(link => link.Places).Select(place => place.Y)).DefaultIfEmpty(0).Max();
        string[] notes = figure.Nodes.Count == 0 ? ["No data."]
            : figure.Nodes.Count > MostNodes ? [$"The first {MostNodes} of {NumberText.Count(figure.Nodes.Count)} nodes are shown."] : [];
        var summary = $"Directed graph of {NumberText.Count(figure.Nodes.Count)} nodes and {NumberText.Count(figure.Edges.Count)} edges: "
            + string.Join("; ", figure.Edges.Take(12).Select(edge => $"{edge.From} to {edge.To}")) + ".";
        return new(width + 2, height + 2, boxes, links, summary, notes);
    }

    private static (double Width, double Height) SizeOf(string label)
    {
        var lines = label.Split('\n');
        var widest = lines.Take(8).Select(line => CharacterWidth.Pixels(line.Length > 60 ? line[..60] : line, Box.FontSize)).Max();
        return (Math.Clamp(widest + 16, 30, 220), Math.Min(lines.Length, 8) * Box.LineHeight + 9);
    }

    // Each layer is one row (or column), its nodes side by side; then each moves towards its neighbours as far as order allows.
    private static (double X, double Y)[] Places(Layers layers, List<(double Width, double Height)> sizes, bool leftToRight)
    {
        double Across(int id) => !layers.IsNode(id) ? 10 : leftToRight ? sizes[id].Height : sizes[id].Width;
        double Deep(int id) => !layers.IsNode(id) ? 0 : leftToRight ? sizes[id].Width : sizes[id].Height;
        var count = layers.Rows.Sum(row => row.Count);
        var across = new double[count];
        var widths = layers.Rows.Select(row => row.Sum(id => Across(id) + Gap) - Gap).ToList();
        var widest = widths.DefaultIfEmpty(0).Max();
        for (var r = 0; r < layers.Rows.Count; r++)
        {
            var at = (widest - widths[r]) / 2;
            foreach (var id in layers.Rows[r])
            {
                across[id] = at + Across(id) / 2;
                at += Across(id) + Gap;
            }
        }
        Straighten(layers, across, Across);
        // Room above the first row for an edge from a node to itself.
        var loops = layers.Chains.Any(chain => chain[0] == chain[^1]) ? 16 : 0;
        var shift = Enumerable.Range(0, count).Select(id => across[id] - Across(id) / 2).DefaultIfEmpty(0).Min() - 1 - (leftToRight ? loops : 0);
        var result = new (double X, double Y)[count];
        var depth = leftToRight ? 1.0 : 1.0 + loops;
        foreach (var row in layers.Rows)
        {
            var deepest = row.Select(Deep).DefaultIfEmpty(0).Max();
            foreach (var id in row)
                result[id] = leftToRight ? (depth + deepest / 2, across[id] - shift) : (across[id] - shift, depth + deepest / 2);
            depth += deepest + LayerGap;
        }
        return result;
    }

    private static void Straighten(Layers layers, double[] across, Func<int, double> size)
    {
        var neighbours = layers.Chains.SelectMany(chain => chain.Zip(chain.Skip(1)))
            .SelectMany(pair => new[] { (pair.First, Other: pair.Second), (First: pair.Second, Other: pair.First) })
            .ToLookup(pair => pair.First, pair => pair.Other);
        for (var sweep = 0; sweep < 12; sweep++)
        {
            foreach (var row in sweep % 2 == 0 ? layers.Rows : Enumerable.Reverse(layers.Rows))
            {
                var wanted = row.Select(id => neighbours[id].Any() ? neighbours[id].Average(other => across[other]) : across[id]).ToArray();
                for (var i = 0; i < row.Count; i++)
                {
                    var low = i == 0 ? double.NegativeInfinity : across[row[i - 1]] + (size(row[i - 1]) + size(row[i])) / 2 + Gap;
                    var high = i + 1 == row.Count ? double.PositiveInfinity : across[row[i + 1]] - (size(row[i + 1]) + size(row[i])) / 2 - Gap;
                    across[row[i]] = Math.Max(low, Math.Min(high, wanted[i]));
                }
            }
        }
    }

    private static Link ToLink(List<int> chain, int from, (double X, double Y)[] places, List<Box> boxes, string text)
    {
        var ids = chain[0] == from ? chain : Enumerable.Reverse(chain).ToList();
        if (ids[0] == ids[^1])
        {
            var box = boxes[ids[0]];
            var top = box.Y - box.Height / 2;
            return new([(box.X - 9, top), (box.X - 9, top - 13), (box.X + 9, top - 13), (box.X + 9, top)], text, HasArrow: true);
        }
        var line = ids.Select(id => places[id]).ToList();
        line[0] = Edge(boxes[ids[0]], line[1]);
        line[^1] = Edge(boxes[ids[^1]], line[^2]);
        return new(WithoutNeedlessBends(line), text, HasArrow: true);
    }

    // A place less than a pixel off the way from the last bend to the next place bends nothing.
    private static List<(double X, double Y)> WithoutNeedlessBends(List<(double X, double Y)> line)
    {
        var kept = new List<(double X, double Y)> { line[0] };
        for (var i = 1; i + 1 < line.Count; i++)
        {
            var (a, b, c) = (kept[^1], line[i], line[i + 1]);
            var (dx, dy) = (c.X - a.X, c.Y - a.Y);
            var off = Math.Abs(dx * (b.Y - a.Y) - dy * (b.X - a.X)) / Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
            if (off >= 1)
                kept.Add(b);
        }
        kept.Add(line[^1]);
        return kept;
    }

    // Where the line from a box's middle to a place leaves the box.
    private static (double X, double Y) Edge(Box box, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - box.X, to.Y - box.Y);
        var part = Math.Min(dx == 0 ? double.PositiveInfinity : box.Width / 2 / Math.Abs(dx), dy == 0 ? double.PositiveInfinity : box.Height / 2 / Math.Abs(dy));
        return double.IsFinite(part) ? (box.X + dx * part, box.Y + dy * part) : (box.X, box.Y);
    }
}
