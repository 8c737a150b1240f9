namespace Seq2Seq.Training;

/// <summary>How often the decoder is given the true previous token instead of its own: a pure function of the step.</summary>
/// <remarks>Bengio et al. 2015, 2.4: linear, exponential and inverse sigmoid decay.</remarks>
public sealed class TeacherForcing
{
    private readonly Func<long, double> _ratio;

    private TeacherForcing(Func<long, double> ratio) => _ratio = ratio;

    /// <summary>Always the true token.</summary>
    public static TeacherForcing Always { get; } = Constant(1);

    /// <summary>The probability of the true token at step <paramref name="step"/>, the first being 0.</summary>
    public double At(long step) => Math.Clamp(_ratio(step), 0, 1);

    /// <summary>The same at every step.</summary>
    public static TeacherForcing Constant(double ratio) => new(_ => ratio);

    /// <summary>From 1 straight down to <paramref name="end"/> over <paramref name="total"/> steps.</summary>
    public static TeacherForcing Linear(long total, double end = 0) =>
        new(step => 1 - (1 - end) * Math.Min(step, total) / (double)total);

    /// <summary>k^step, k below 1.</summary>
    public static TeacherForcing Exponential(double k) => new(step => Math.Pow(k, step));

    /// <summary>k / (k + e^(step/k)), k at least 1.</summary>
    public static TeacherForcing InverseSigmoid(double k) => new(step => k / (k + Math.Exp(step / k)));
}
