using Seq2Seq.Display.Words;

namespace Seq2Seq.Display.Diagrams;

/// <summary>Gives the hypotheses of a search their places: a column for each step, a row for each leaf, parents in the middle.</summary>
internal static class TreeLayout
{
    private const int MostBranches = 400;
    private const double RowHeight = 40;
    private const double BoxHeight = 22;
    private const double ColumnGap = 34;

    public static Diagram Of(SearchTreeFigure figure)
    {
        var branches = figure.Branches.Take(MostBranches).ToList();
        var depth = new int[branches.Count];
        var children = Enumerable.Range(0, branches.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < branches.Count; i++)
        {
            if (branches[i].Parent < 0)
                continue;
            depth[i] = depth[branches[i].Parent] + 1;
            children[branches[i].Parent].Add(i);
        }
        var rows = Rows(branches, children);
        var widths = branches.Select(branch => Math.Clamp(CharacterWidth.Pixels(branch.Token, Box.FontSize) + 14, 26, 130)).ToArray();
        var left = Columns(depth, widths);
        var path = figure.BestPath();
        var boxes = branches.Select((branch, i) => new Box(left[depth[i]] + widths[i] / 2, rows[i] * RowHeight + BoxHeight / 2 + 1, widths[i], BoxHeight,
            branch.Token, NumberText.Value(branch.Score), path.Contains(i) ? 1 : branch.IsKept ? 0 : -1, !branch.IsKept,
            Tip: $"{branch.Token}: {NumberText.Value(branch.Score)}, {(branch.IsKept ? "kept" : "pruned")}")).ToList();
        var links = Enumerable.Range(0, branches.Count).Where(i => branches[i].Parent >= 0)
            .Select(i => ToLink(boxes[branches[i].Parent], boxes[i], path.Contains(i), branches[i].IsKept)).ToList();
        var width = boxes.Select(box => box.X + box.Width / 2).DefaultIfEmpty(0).Max() + 2;
        var height = boxes.Select(box => box.Y).DefaultIfEmpty(0).Max() + BoxHeight / 2 + 14;
        var kept = figure.Branches.Count(branch => branch.IsKept);
        string[] notes = branches.Count == 0 ? ["No data."]
            : branches.Count < figure.Branches.Count ? [$"The first {MostBranches} of {NumberText.Count(figure.Branches.Count)} hypotheses are shown."] : [];
        return new(width, height, boxes, links, $"Search tree of {figure.Branches.Count} hypotheses, {kept} kept, {figure.Branches.Count - kept} pruned.", notes,
            IsCentered: false);
    }

    // Leaves take the next row, in depth-first order; a parent stands in the middle of its children.
    private static double[] Rows(List<SearchBranch> branches, List<int>[] children)
    {
        var rows = new double[branches.Count];
        var stack = new Stack<int>(Enumerable.Range(0, branches.Count).Where(i => branches[i].Parent < 0).Reverse());
        var next = 0;
        while (stack.TryPop(out var at))
        {
            if (children[at].Count == 0)
                rows[at] = next++;
            for (var child = children[at].Count - 1; child >= 0; child--)
                stack.Push(children[at][child]);
        }
        // Children come after their parents, so backwards every child is placed before its parent.
        for (var i = branches.Count - 1; i >= 0; i--)
        {
            if (children[i].Count > 0)
                rows[i] = (rows[children[i][0]] + rows[children[i][^1]]) / 2;
        }
        return rows;
    }

    private static double[] Columns(int[] depth, double[] widths)
    {
        var left = new double[depth.DefaultIfEmpty(0).Max() + 2];
        left[0] = 1;
        for (var column = 0; column + 1 < left.Length; column++)
        {
            var widest = Enumerable.Range(0, depth.Length).Where(i => depth[i] == column).Select(i => widths[i]).DefaultIfEmpty(0).Max();
            left[column + 1] = left[column] + widest + ColumnGap;
        }
        return left;
    }

    private static Link ToLink(Box parent, Box child, bool isBest, bool isKept)
    {
        var (from, to) = (parent.X + parent.Width / 2, child.X - child.Width / 2);
        var bend = to - 16;
        return new([(from, parent.Y), (Math.Max(from, bend), parent.Y + (child.Y - parent.Y) * (bend > from ? 0.5 : 0)), (to, child.Y)],
            Color: isBest ? 1 : isKept ? 0 : -1, Thickness: isBest ? 2.4 : isKept ? 1.4 : 1, IsDashed: !isKept, Strength: isKept ? 1 : 0.7);
    }
}
