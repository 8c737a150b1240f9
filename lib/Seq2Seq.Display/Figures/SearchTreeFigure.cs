using Seq2Seq.Display.Diagrams;
using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>The tree of a beam search: what was kept, what was pruned, with scores; time runs to the right.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record SearchTreeFigure : Figure
{
    internal SearchTreeFigure(string title)
        : base(title)
    {
    }

    internal IReadOnlyList<SearchBranch> Branches { get; init; } = [];

    internal int? Best { get; init; }

    /// <summary>Adds a hypothesis; its number is how many were added before it.</summary>
    /// <param name="parent">The number of the one it extends; −1 for a root.</param>
    /// <param name="token">The token it adds.</param>
    /// <param name="score">Its score so far.</param>
    /// <param name="isKept">Whether it stayed in the beam.</param>
    public SearchTreeFigure Add(int parent, string token, double score, bool isKept = true)
    {
        if (parent != -1)
            Throw.IfOutside($"Figure.SearchTree(\"{Title}\").Add(\"{token}\")", nameof(parent), parent, Branches.Count,
                "Add a parent before its children; −1 starts a tree.");
        return this with { Branches = [.. Branches, new(parent, token ?? "", score, isKept)] };
    }

    /// <summary>Marks the way to a hypothesis, such as the winner.</summary>
    /// <param name="hypothesis">Its number.</param>
    public SearchTreeFigure Highlight(int hypothesis)
    {
        Throw.IfOutside($"Figure.SearchTree(\"{Title}\").Highlight", nameof(hypothesis), hypothesis, Branches.Count, "Pass the number of one that was added.");
        return this with { Best = hypothesis };
    }

    /// <summary>The numbers on the marked way.</summary>
    internal HashSet<int> BestPath()
    {
        var path = new HashSet<int>();
        for (var at = Best ?? -1; at >= 0; at = Branches[at].Parent)
            path.Add(at);
        return path;
    }

    internal override Panel ToPanel() => new DiagramPanel(TreeLayout.Of(this));

    internal override void Print(TextPage page) => DiagramText.Tree(page, this);
}

/// <summary>One hypothesis of a search.</summary>
internal sealed record SearchBranch(int Parent, string Token, double Score, bool IsKept);
