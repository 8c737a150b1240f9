using System.Text.Json;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>The rate after construction and after each of twelve steps, as TorchSharp had it.</summary>
public sealed class SchedulerTests
{
    private static readonly Dictionary<string, JsonElement> s_fixtures =
        Fixture.Read("schedulers").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);

    private static readonly Dictionary<string, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler>> s_schedulers = new()
    {
        ["StepLR(step_size=3, gamma=0.5)"] = o => torch.optim.lr_scheduler.StepLR(o, 3, 0.5),
        ["StepLR(step_size=1)"] = o => torch.optim.lr_scheduler.StepLR(o, 1),
        ["MultiStepLR([2,5], gamma=0.1)"] = o => torch.optim.lr_scheduler.MultiStepLR(o, [2, 5], 0.1),
        ["ExponentialLR(gamma=0.9)"] = o => torch.optim.lr_scheduler.ExponentialLR(o, 0.9),
        ["ExponentialLR default gamma"] = o => torch.optim.lr_scheduler.ExponentialLR(o),
        ["CosineAnnealingLR(T_max=5)"] = o => torch.optim.lr_scheduler.CosineAnnealingLR(o, 5),
        ["CosineAnnealingLR(T_max=10, eta_min=0.01)"] = o => torch.optim.lr_scheduler.CosineAnnealingLR(o, 10, 0.01),
        ["LinearLR()"] = o => torch.optim.lr_scheduler.LinearLR(o),
        ["LinearLR(start_factor=0.1, end_factor=1, total_iters=4)"] =
            o => torch.optim.lr_scheduler.LinearLR(o, 0.1, 1, 4),
        ["LambdaLR(e => 0.95^e)"] = o => torch.optim.lr_scheduler.LambdaLR(o, e => Math.Pow(0.95, e)),
        ["LambdaLR(warm-up e => min(1,(e+1)/4))"] =
            o => torch.optim.lr_scheduler.LambdaLR(o, e => Math.Min(1.0, (e + 1) / 4.0)),
        ["MultiplicativeLR(e => 0.9)"] = o => torch.optim.lr_scheduler.MultiplicativeLR(o, e => 0.9),
        ["ConstantLR()"] = o => torch.optim.lr_scheduler.ConstantLR(o),
        ["ConstantLR(factor=0.5,total_iters=3)"] = o => torch.optim.lr_scheduler.ConstantLR(o, 0.5, 3),
        ["PolynomialLR(total_iters=5, power=2)"] = o => torch.optim.lr_scheduler.PolynomialLR(o, 5, 2),
        ["OneCycleLR(max_lr=1, total_steps=10)"] = o => torch.optim.lr_scheduler.OneCycleLR(o, 1, 10),
        ["OneCycleLR(max_lr=1, total_steps=10, Linear)"] = o => torch.optim.lr_scheduler.OneCycleLR(
            o, 1, 10, anneal_strategy: optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear),
        ["OneCycleLR(max_lr=1, total_steps=20, cycle_momentum=false)"] =
            o => torch.optim.lr_scheduler.OneCycleLR(o, 1, 20, cycle_momentum: false),
        ["OneCycleLR 3-phase 10"] = o => torch.optim.lr_scheduler.OneCycleLR(o, 1, 10, three_phase: true),
        ["CyclicLR(0.01,0.1,step_size_up=3)"] = o => torch.optim.lr_scheduler.CyclicLR(o, 0.01, 0.1, 3),
        ["ReduceLROnPlateau(patience=2, factor=0.5) metrics all 1"] =
            o => torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience: 2, factor: 0.5),
        ["ReduceLROnPlateau(patience=0) metrics 1,2,3.."] =
            o => torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience: 0),
        ["ReduceLROnPlateau(max, patience=1, cooldown=2, min_lr=0.005) metrics const"] =
            o => torch.optim.lr_scheduler.ReduceLROnPlateau(o, "max", patience: 1, cooldown: 2, min_lr: [0.005]),
        ["ReduceLROnPlateau improving"] = o => torch.optim.lr_scheduler.ReduceLROnPlateau(o),
        ["ReduceLROnPlateau(patience=1, threshold abs 0.5)"] =
            o => torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience: 1, threshold: 0.5, threshold_mode: "abs"),
        ["SequentialLR([ConstantLR(0.1,2), ExponentialLR(0.9)], [2])"] =
            o => torch.optim.lr_scheduler.SequentialLR(o, ConstantThenExponential(o), [2]),
        ["ChainedLR([ConstantLR(0.1,2), ExponentialLR(0.9)])"] =
            o => torch.optim.lr_scheduler.ChainedLR(ConstantThenExponential(o)),
    };

    public static TheoryData<string> Names => [.. s_schedulers.Keys];

    [Fact]
    public void Every_fixture_has_a_schedule() => Assert.Equal(s_fixtures.Keys.Order(), s_schedulers.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_those_of_TorchSharp(string name)
    {
        var expected = Fixture.Numbers(s_fixtures[name].GetProperty("lr_after_ctor_then_after_each_step"));
        using var optimizer = torch.optim.SGD(new[] { nn.Parameter(torch.ones(1)) }, 0.1, momentum: 0.9);

        var schedule = s_schedulers[name](optimizer);

        // Doubles that went through a cosine or a power: the last bits are the library's.
        Assert.Equal(expected[0], Rate(optimizer), 1e-12);
        for (var step = 1; step < expected.Length; step++)
        {
            if (name.StartsWith("ReduceLROnPlateau", StringComparison.Ordinal))
                schedule.step(Measure(name, step));
            else
                schedule.step();
            Assert.True(Math.Abs(expected[step] - Rate(optimizer)) < 1e-12, $"step {step}: {expected[step]}, got {Rate(optimizer)}");
        }
    }

    [Fact]
    public void One_cycle_moves_the_momentum_against_the_rate()
    {
        using var optimizer = torch.optim.SGD(new[] { nn.Parameter(torch.ones(1)) }, 0.1, momentum: 0.9);

        var schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1, 10);

        var momenta = new List<double>();
        for (var step = 0; step < 3; step++)
        {
            momenta.Add(((optim.IMomentum)optimizer.ParamGroups.First()).Momentum);
            schedule.step();
        }

        Check.Same([0.95, 0.9, 0.85], [.. momenta], 1e-9, "momentum");
    }

    private static double Rate(optim.Optimizer optimizer) => optimizer.ParamGroups.First().LearningRate;

    private static double Measure(string name, int step) =>
        name.Contains("1,2,3", StringComparison.Ordinal) ? step
        : name.Contains("improving", StringComparison.Ordinal) ? 1.0 / step
        : name.Contains("abs 0.5", StringComparison.Ordinal) ? 10.0 - step
        : 1;

    private static optim.lr_scheduler.LRScheduler[] ConstantThenExponential(optim.Optimizer optimizer) =>
    [
        torch.optim.lr_scheduler.ConstantLR(optimizer, 0.1, 2),
        torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9),
    ];
}
