using Seq2Seq.Display.Diagrams;
using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>A directed graph in layers, such as the graph of an autograd expression.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record GraphFigure : Figure
{
    internal GraphFigure(string title)
        : base(title)
    {
    }

    /// <summary>Whether the layers run from left to right instead of downwards.</summary>
    public bool IsLeftToRight { get; init; }

    internal IReadOnlyList<GraphNode> Nodes { get; init; } = [];

    internal IReadOnlyList<GraphEdge> Edges { get; init; } = [];

    /// <summary>Adds a node.</summary>
    /// <param name="id">A name of its own, used by edges.</param>
    /// <param name="label">What is written in it, \n for a new line; its id when null.</param>
    /// <param name="group">Nodes of one group have one colour.</param>
    /// <param name="tip">What its tooltip says.</param>
    public GraphFigure Node(string id, string? label = null, string group = "", string tip = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (Nodes.Any(node => node.Id == id))
            throw Throw.Duplicate($"Figure.Graph(\"{Title}\").Node", "node", id);
        return this with { Nodes = [.. Nodes, new(id, label ?? id, group ?? "", tip ?? "")] };
    }

    /// <summary>Adds an arrow; nodes it names that are not there yet are added.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="to">Where it points.</param>
    /// <param name="label">What is written beside it.</param>
    public GraphFigure Edge(string from, string to, string label = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        var figure = Nodes.Any(node => node.Id == from) ? this : Node(from);
        figure = figure.Nodes.Any(node => node.Id == to) ? figure : figure.Node(to);
        return figure with { Edges = [.. figure.Edges, new(from, to, label ?? "")] };
    }

    /// <summary>Runs the layers from left to right.</summary>
    public GraphFigure LeftToRight() => this with { IsLeftToRight = true };

    internal override Panel ToPanel() => new DiagramPanel(GraphLayout.Of(this));

    internal override void Print(TextPage page) => DiagramText.Graph(page, this);
}

/// <summary>A node of a graph.</summary>
internal sealed record GraphNode(string Id, string Label, string Group, string Tip);

/// <summary>An arrow of a graph.</summary>
internal sealed record GraphEdge(string From, string To, string Label);
