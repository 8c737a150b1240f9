using Seq2Seq.Display.Words;

namespace Seq2Seq.Display;

/// <summary>A line figure that grows while something runs, such as a loss curve.</summary>
/// <example><code>
/// var live = new LiveFigure(Figure.Line("Loss", "step", "nats"));
/// … live.Add("train", step, loss); …
/// live.Finish()   // the last expression of the cell
/// </code></example>
/// <param name="frame">The figure without the curves: titles, axes, ranges.</param>
/// <param name="text">Where sparse lines go when there is no host; standard error when null.</param>
/// <param name="time">The clock that keeps updates apart; the system's when null.</param>
public sealed class LiveFigure(LineFigure frame, TextWriter? text = null, TimeProvider? time = null)
{
    private readonly LiveDisplay display = new(text, time);
    private readonly List<string> names = [];
    private readonly Dictionary<string, (List<double> X, List<double> Y)> series = [];
    private readonly Lock gate = new();

    /// <summary>The figure as it is now.</summary>
    public LineFigure Current
    {
        get
        {
            lock (gate)
                return names.Aggregate(frame, (figure, name) => figure.Add(name, series[name].X, series[name].Y));
        }
    }

    /// <summary>Adds a point to a curve; the first of a name starts it.</summary>
    /// <param name="name">The curve.</param>
    /// <param name="x">Where.</param>
    /// <param name="y">How high.</param>
    public void Add(string name, double x, double y)
    {
        lock (gate)
        {
            if (!series.TryGetValue(name ?? "", out var points))
            {
                names.Add(name ?? "");
                series[name ?? ""] = points = ([], []);
            }
            points.X.Add(x);
            points.Y.Add(y);
        }
        // A figure is drawn only when it is shown, and the display shows only what is due.
        display.Update(new LatePicture(this));
    }

    /// <summary>Takes the live picture away and returns the finished figure: leave it as the last expression of the cell.</summary>
    public LineFigure Finish()
    {
        display.Remove();
        return Current;
    }

    /// <summary>Leaves the finished figure where the live one stands, for code that does not end a cell.</summary>
    public void Keep() => display.Finish(new LatePicture(this));

    private string Line()
    {
        lock (gate)
            return string.Join(", ", names.Select(name => $"{name} {NumberAt(name)}"));
    }

    private string NumberAt(string name) =>
        $"{NumberText.Value(series[name].Y[^1])} at {NumberText.Value(series[name].X[^1])}";

    private sealed class LatePicture(LiveFigure figure) : IShowable
    {
        public MimeBundle ToMimeBundle() => LiveDisplay.HasHost ? figure.Current.ToMimeBundle() : new(figure.Line());
    }
}
