using System.Globalization;
using Seq2Seq.Decoding;
using Seq2Seq.Display;
using Seq2Seq.Metrics;

namespace Seq2Seq.Plots;

/// <summary>Pictures of how good outputs are.</summary>
public static class ScorePlots
{
    /// <summary>A corpus score by source length, with bootstrap intervals.</summary>
    public static LineFigure ByLength(
        Metric metric, IReadOnlyList<Translation> found, IReadOnlyList<string> references, int binWidth = 3)
    {
        ArgumentNullException.ThrowIfNull(found);
        return ByLength(
            metric, [.. found.Select(t => t.SourceTokens.Count)], [.. found.Select(t => t.Text)], references, binWidth);
    }

    /// <summary>A corpus score by length, with bootstrap intervals; bins with fewer than five sentences are left out.</summary>
    public static LineFigure ByLength(
        Metric metric, IReadOnlyList<int> lengths, IReadOnlyList<string> hypotheses, IReadOnlyList<string> references, int binWidth = 3)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var bins = Enumerable.Range(0, lengths.Count).GroupBy(i => lengths[i] / binWidth).OrderBy(bin => bin.Key)
            .Where(bin => bin.Count() >= 5)
            .Select(bin => (
                Centre: bin.Key * binWidth + (binWidth - 1) / 2.0,
                Interval: Bootstrap.Interval(metric, [.. bin.Select(i => hypotheses[i])], bin.Select(i => references[i]).ToArray(), 200)))
            .ToArray();
        var centres = bins.Select(bin => bin.Centre).ToArray();
        return Figure.Line($"{metric.Name} by length", x: "source tokens", y: metric.Name)
            .Add(metric.Name, centres, bins.Select(bin => bin.Interval.Value))
            .Interval("95 % interval", centres, bins.Select(bin => bin.Interval.Low), bins.Select(bin => bin.Interval.High));
    }

    /// <summary>How often a token is right against how sure the model was of it.</summary>
    /// <param name="confidences">The probability of each prediction, 0 to 1.</param>
    /// <param name="isRight">Whether it was right.</param>
    /// <param name="bins">How many bins of equal width.</param>
    public static LineFigure Calibration(IReadOnlyList<double> confidences, IReadOnlyList<bool> isRight, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(confidences);
        var groups = Enumerable.Range(0, confidences.Count)
            .GroupBy(i => Math.Min(bins - 1, (int)(confidences[i] * bins))).OrderBy(group => group.Key).ToArray();
        return Figure.Line("Calibration", x: "probability given", y: "share right")
            .XRange(0, 1).YRange(0, 1).Diagonal("perfect")
            .Add("model", groups.Select(g => g.Average(i => confidences[i])), groups.Select(g => g.Average(i => isRight[i] ? 1.0 : 0)));
    }

    /// <summary>What a beam search looked at, as a tree: what was kept and what was pruned, with the way to the best end marked.</summary>
    public static SearchTreeFigure Tree(SearchTree tree, Func<long, string> tokenOf)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(tokenOf);
        var figure = tree.Nodes.Aggregate(
            Figure.SearchTree("Beam search").WithCaption("Every number is the log-probability of the whole path."),
            (drawn, node) => drawn.Add(node.Parent, tokenOf(node.Token), node.LogProbability, node.IsKept));
        // Without an end, the best of what was still under way.
        var last = tree.Nodes.Where(node => node.IsKept).Max(node => node.Depth);
        var ends = tree.Nodes.Where(node => node.IsKept && node.IsEnd).DefaultIfEmpty(
            tree.Nodes.Where(node => node.IsKept && node.Depth == last).MaxBy(node => node.LogProbability)!);
        return figure.Highlight(ends.MaxBy(node => node.LogProbability)!.Index);
    }

    /// <summary>The same search as text: each kept path indented below its parent.</summary>
    public static string TreeText(SearchTree tree, Func<long, string> tokenOf)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(tokenOf);
        var children = tree.Nodes.Skip(1).ToLookup(node => node.Parent);
        var lines = new List<string>();
        void Walk(SearchNode node)
        {
            foreach (var child in children[node.Index].OrderByDescending(child => child.LogProbability))
            {
                var mark = !child.IsKept ? " x" : child.IsEnd ? " ." : "";
                lines.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{new string(' ', 2 * node.Depth)}{tokenOf(child.Token)} {child.LogProbability:0.00}{mark}"));
                Walk(child);
            }
        }

        Walk(tree.Nodes[0]);
        return string.Join('\n', lines);
    }
}
