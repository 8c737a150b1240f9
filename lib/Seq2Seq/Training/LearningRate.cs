namespace Seq2Seq.Training;

/// <summary>The learning rate of each optimiser step: a pure function of its number, so that a resumed run goes on exactly.</summary>
/// <remarks>Compose with <see cref="WarmUp"/>: <c>LearningRate.Cosine(1e-3, 2000).WarmUp(100)</c>.</remarks>
public sealed class LearningRate
{
    private readonly Func<long, double> _rate;

    private LearningRate(string name, Func<long, double> rate) => (Name, _rate) = (name, rate);

    /// <summary>What it is, for legends.</summary>
    public string Name { get; }

    /// <summary>The rate of step <paramref name="step"/>, the first being 0.</summary>
    public double At(long step) => _rate(step);

    /// <summary>The same at every step.</summary>
    public static LearningRate Constant(double rate) => new("constant", _ => rate);

    /// <summary>Multiplied by <paramref name="factor"/> every so many steps.</summary>
    public static LearningRate Steps(double rate, long every, double factor = 0.5) =>
        new("steps", step => rate * Math.Pow(factor, step / every));

    /// <summary>rate · factor^step.</summary>
    public static LearningRate Exponential(double rate, double factor) =>
        new("exponential", step => rate * Math.Pow(factor, step));

    /// <summary>Straight down to <paramref name="end"/> over <paramref name="total"/> steps.</summary>
    public static LearningRate Linear(double rate, long total, double end = 0) =>
        new("linear", step => end + (rate - end) * (1 - Math.Min(step, total) / (double)total));

    /// <summary>Down half a cosine to <paramref name="end"/> over <paramref name="total"/> steps (Loshchilov and Hutter 2017).</summary>
    public static LearningRate Cosine(double rate, long total, double end = 0) =>
        new("cosine", step => end + (rate - end) * (1 + Math.Cos(Math.PI * Math.Min(step, total) / total)) / 2);

    /// <summary>Up in a line for <paramref name="warmUp"/> steps to <paramref name="peak"/>, then down with 1/√step (Vaswani et al. 2017, 5.3).</summary>
    public static LearningRate InverseSquareRoot(double peak, long warmUp) =>
        new("inverse square root", step => peak * Math.Min((step + 1.0) / warmUp, Math.Sqrt(warmUp / (step + 1.0))));

    /// <summary>Any function of the step.</summary>
    public static LearningRate Of(Func<long, double> rate, string name = "own") => new(name, rate);

    /// <summary>This one after a rise in a line from (almost) zero over <paramref name="steps"/> steps.</summary>
    public LearningRate WarmUp(long steps) =>
        new(Name + " after warm-up", step => step < steps ? At(0) * (step + 1) / steps : At(step - steps));
}
