using Seq2Seq.Display;

namespace Seq2Seq.Training;

/// <summary>The loss while it falls.</summary>
internal sealed class LiveCurves : IDisposable
{
    private readonly LiveFigure _figure = new(
        Figure.Line("Loss", x: "step", y: "nats per token").WithCaption("Training loss by step, validation loss by epoch."));
    private bool _isFinished;

    public void Add(StepRecord record) => _figure.Add("training", record.Step, record.Loss);

    public void Add(EpochRecord record)
    {
        if (double.IsFinite(record.ValidationLoss)) _figure.Add("validation", record.Step, record.ValidationLoss);
    }

    public void Finish()
    {
        if (_isFinished) return;
        _isFinished = true;
        _figure.Keep();
    }

    public void Dispose() => Finish();
}
