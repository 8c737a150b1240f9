using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

public sealed class ScheduleTests
{
    [Fact]
    public void Rates_are_their_formulas()
    {
        Assert.Equal([1, 1, 0.5, 0.5, 0.25], Rates(LearningRate.Steps(1, every: 2), 5));
        Assert.Equal([1, 0.75, 0.5, 0.25, 0, 0], Rates(LearningRate.Linear(1, 4), 6));
        var cosine = Rates(LearningRate.Cosine(1, 4), 6);
        double[] expected = [1, 0.853553, 0.5, 0.146447, 0, 0];
        for (var i = 0; i < 6; i++) Assert.Equal(expected[i], cosine[i], 1e-6);
        Assert.Equal([0.25, 0.5, 0.75, 1, 1, 1], Rates(LearningRate.Constant(1).WarmUp(4), 6));
        // Vaswani et al. 2017, 5.3: the peak is at the end of the warm-up, a quarter of it after sixteen times as many steps.
        Assert.Equal(1, LearningRate.InverseSquareRoot(1, 100).At(99), 1e-12);
        Assert.Equal(0.25, LearningRate.InverseSquareRoot(1, 100).At(1599), 1e-12);
    }

    [Fact]
    public void Forcing_decays_as_in_the_paper()
    {
        Assert.Equal(0.6, TeacherForcing.Linear(10, 0.2).At(5), 1e-12);
        Assert.Equal(0.25, TeacherForcing.Exponential(0.5).At(2), 1e-12);
        Assert.Equal(10 / 11.0, TeacherForcing.InverseSigmoid(10).At(0), 1e-12);
        Assert.Equal(1, TeacherForcing.Always.At(1_000_000));
    }

    private static double[] Rates(LearningRate rate, int count) => [.. Enumerable.Range(0, count).Select(i => rate.At(i))];
}
