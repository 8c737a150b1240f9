using Seq2Seq.Display;
using Seq2Seq.Embeddings;

namespace Seq2Seq.Plots;

/// <summary>Pictures of vectors.</summary>
public static class VectorPlots
{
    /// <summary>Tokens on the two axes along which their vectors vary most, in named groups.</summary>
    public static ScatterFigure Words(
        WordVectors vectors, IEnumerable<(string Group, IReadOnlyList<string> Tokens)> groups, string title = "Word vectors")
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var all = groups.ToArray();
        var axes = vectors.Project([.. all.SelectMany(group => group.Tokens)]);
        var figure = Figure.Scatter(title, x: AxisTitle(axes, 0), y: AxisTitle(axes, 1));
        var first = 0;
        foreach (var (name, tokens) in all)
        {
            var points = axes.Points.Skip(first).Take(tokens.Count).ToArray();
            figure = figure.Add(name, points.Select(point => point[0]), points.Select(point => point[1]), tokens);
            first += tokens.Count;
        }

        return figure;
    }

    /// <summary>States or other points on their two main axes, in named groups.</summary>
    public static ScatterFigure Points(
        IReadOnlyList<double[]> points, IReadOnlyList<string> groupOf, string title = "States")
    {
        var axes = PrincipalAxes.Of(points);
        var figure = Figure.Scatter(title, x: AxisTitle(axes, 0), y: AxisTitle(axes, 1));
        foreach (var name in groupOf.Distinct())
        {
            var members = Enumerable.Range(0, points.Count).Where(i => groupOf[i] == name).ToArray();
            figure = figure.Add(name, members.Select(i => axes.Points[i][0]), members.Select(i => axes.Points[i][1]));
        }

        return figure;
    }

    private static string AxisTitle(PrincipalAxes axes, int axis) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"axis {axis + 1} ({axes.Explained[axis]:0%} of the variance)");
}
