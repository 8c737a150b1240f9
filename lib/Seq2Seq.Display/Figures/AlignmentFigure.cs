using Seq2Seq.Display.Diagrams;
using Seq2Seq.Display.Svg;
using Seq2Seq.Display.Terminal;

namespace Seq2Seq.Display;

/// <summary>Two sentences and the lines between the tokens that belong together.</summary>
[TypeFormatterSource(typeof(ShowableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record AlignmentFigure : Figure
{
    internal AlignmentFigure(string title, IEnumerable<string> source, IEnumerable<string> target)
        : base(title) => (Source, Target) = ([.. source.Select(token => token ?? "")], [.. target.Select(token => token ?? "")]);

    internal IReadOnlyList<string> Source { get; }

    internal IReadOnlyList<string> Target { get; }

    internal IReadOnlyList<AlignmentLink> Links { get; init; } = [];

    /// <summary>Joins a source token and a target token.</summary>
    /// <param name="source">The place of the source token, from 0.</param>
    /// <param name="target">The place of the target token, from 0.</param>
    /// <param name="strength">From 0, hardly visible, to 1.</param>
    /// <param name="group">Links of one group have one colour, such as "gold" and "model".</param>
    public AlignmentFigure Link(int source, int target, double strength = 1, string group = "")
    {
        var operation = $"Figure.Alignment(\"{Title}\").Link";
        Throw.IfOutside(operation, nameof(source), source, Source.Count, "Pass the place of a source token, from 0.");
        Throw.IfOutside(operation, nameof(target), target, Target.Count, "Pass the place of a target token, from 0.");
        return this with { Links = [.. Links, new(source, target, strength, group ?? "")] };
    }

    internal override Panel ToPanel() => new DiagramPanel(AlignmentLayout.Of(this));

    internal override void Print(TextPage page) => DiagramText.Alignment(page, this);
}

/// <summary>A line between two tokens.</summary>
internal sealed record AlignmentLink(int Source, int Target, double Strength, string Group);
