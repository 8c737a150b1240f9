using Seq2Seq.Display;
using Seq2Seq.Training;

namespace Seq2Seq.Plots;

/// <summary>Pictures of a training run.</summary>
public static class TrainingPlots
{
    /// <summary>Training loss by step and validation loss by epoch.</summary>
    public static LineFigure Loss(TrainingHistory history, string title = "Loss")
    {
        ArgumentNullException.ThrowIfNull(history);
        var figure = Figure.Line(title, x: "step", y: "loss").Units(y: "nats per token")
            .Add("training", history.Steps.Select(s => (double)s.Step), history.Steps.Select(s => s.Loss));
        var measured = history.Epochs.Where(e => double.IsFinite(e.ValidationLoss)).ToArray();
        return measured.Length == 0
            ? figure
            : figure.Add("validation", measured.Select(e => (double)e.Step), measured.Select(e => e.ValidationLoss));
    }

    /// <summary>The loss of several runs by step, smoothed over <paramref name="window"/> steps.</summary>
    public static LineFigure Compare(IEnumerable<(string Name, TrainingHistory History)> runs, int window = 10, string title = "Loss")
    {
        ArgumentNullException.ThrowIfNull(runs);
        var figure = Figure.Line(title, x: "step", y: "training loss").Units(y: "nats per token");
        return runs.Aggregate(figure, (f, run) => f.Add(
            run.Name, run.History.Steps.Select(s => (double)s.Step), Smooth([.. run.History.Steps.Select(s => s.Loss)], window)));
    }

    /// <summary>The learning rate of each step.</summary>
    public static LineFigure LearningRate(TrainingHistory history, string title = "Learning rate")
    {
        ArgumentNullException.ThrowIfNull(history);
        return Figure.Line(title, x: "step", y: "learning rate")
            .Add("rate", history.Steps.Select(s => (double)s.Step), history.Steps.Select(s => s.LearningRate));
    }

    /// <summary>The length of the gradient before clipping.</summary>
    public static LineFigure GradientNorm(TrainingHistory history, double? clip = null, string title = "Gradient norm")
    {
        ArgumentNullException.ThrowIfNull(history);
        var figure = Figure.Line(title, x: "step", y: "norm").LogY()
            .Add("gradient", history.Steps.Select(s => (double)s.Step), history.Steps.Select(s => s.GradientNorm));
        return clip is { } level ? figure.LevelAt(level, "clipped above") : figure;
    }

    // A trailing mean: no step sees its future.
    private static double[] Smooth(double[] values, int window)
    {
        var smooth = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var first = Math.Max(0, i - window + 1);
            smooth[i] = values.AsSpan(first, i - first + 1).ToArray().Average();
        }

        return smooth;
    }
}
