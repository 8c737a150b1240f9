using System.Text.Json;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>Four steps of every optimizer against those TorchSharp took (and PyTorch, to the bit).</summary>
public sealed class OptimizerTests
{
    // NAdam's come from its formula (see generate.py): TorchSharp's deviates from it by up to 1e-3, a defect of its own.
    private static readonly Dictionary<string, JsonElement> s_fixtures = Fixture.Read("optim").EnumerateObject()
        .Where(entry => !entry.Name.StartsWith("NAdam", StringComparison.Ordinal))
        .Concat(Fixture.Read("nadam").EnumerateObject())
        .ToDictionary(entry => entry.Name, entry => entry.Value);

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> s_optimizers = new()
    {
        ["SGD(lr=0.1)"] = p => torch.optim.SGD(p, 0.1),
        ["SGD(lr=0.1, momentum=0.9)"] = p => torch.optim.SGD(p, 0.1, momentum: 0.9),
        ["SGD(lr=0.1, momentum=0.9, dampening=0.5)"] = p => torch.optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.5),
        ["SGD(lr=0.1, momentum=0.9, nesterov)"] = p => torch.optim.SGD(p, 0.1, momentum: 0.9, nesterov: true),
        ["SGD(lr=0.1, weight_decay=0.1)"] = p => torch.optim.SGD(p, 0.1, weight_decay: 0.1),
        ["SGD(lr=0.1, momentum=0.9, weight_decay=0.1, nesterov)"] =
            p => torch.optim.SGD(p, 0.1, momentum: 0.9, weight_decay: 0.1, nesterov: true),
        ["SGD(lr=0.1, maximize)"] = p => torch.optim.SGD(p, 0.1, maximize: true),
        ["Adagrad(lr=0.1)"] = p => torch.optim.Adagrad(p, 0.1),
        ["Adagrad(lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5)"] =
            p => torch.optim.Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.1, initial_accumulator_value: 0.5),
        ["RMSProp(lr=0.1)"] = p => torch.optim.RMSProp(p, 0.1),
        ["RMSProp(lr=0.1, centered)"] = p => torch.optim.RMSProp(p, 0.1, centered: true),
        ["RMSProp(lr=0.1, momentum=0.9)"] = p => torch.optim.RMSProp(p, 0.1, momentum: 0.9),
        ["RMSProp(lr=0.1, alpha=0.9, momentum=0.9, centered, weight_decay=0.1)"] =
            p => torch.optim.RMSProp(p, 0.1, alpha: 0.9, momentum: 0.9, centered: true, weight_decay: 0.1),
        ["Adam(lr=0.1)"] = p => torch.optim.Adam(p, 0.1),
        ["Adam(lr=0.1, weight_decay=0.1)"] = p => torch.optim.Adam(p, 0.1, weight_decay: 0.1),
        ["Adam(lr=0.1, amsgrad)"] = p => torch.optim.Adam(p, 0.1, amsgrad: true),
        ["Adam(lr=0.1, beta1=0.8, beta2=0.95, eps=0.001)"] = p => torch.optim.Adam(p, 0.1, 0.8, 0.95, 0.001),
        ["Adam(lr=0.1, maximize)"] = p => torch.optim.Adam(p, 0.1, maximize: true),
        ["Adam(lr=0.1, beta2=0.5, amsgrad)"] = p => torch.optim.Adam(p, 0.1, beta2: 0.5, amsgrad: true),
        ["Adam(lr=0.1, beta2=0.5)"] = p => torch.optim.Adam(p, 0.1, beta2: 0.5),
        ["AdamW(lr=0.1) default weight_decay"] = p => torch.optim.AdamW(p, 0.1),
        ["AdamW(lr=0.1, weight_decay=0.1)"] = p => torch.optim.AdamW(p, 0.1, weight_decay: 0.1),
        ["AdamW(lr=0.1, weight_decay=0.1, amsgrad)"] = p => torch.optim.AdamW(p, 0.1, weight_decay: 0.1, amsgrad: true),
        ["Adamax(lr=0.1)"] = p => torch.optim.Adamax(p, 0.1),
        ["Adadelta(lr=1)"] = p => torch.optim.Adadelta(p, 1),
        ["RAdam(lr=0.1)"] = p => torch.optim.RAdam(p, 0.1),
        ["Rprop(lr=0.1)"] = p => torch.optim.Rprop(p, 0.1),
        ["ASGD(lr=0.1)"] = p => torch.optim.ASGD(p, 0.1),
        ["NAdam(lr=0.1)"] = p => torch.optim.NAdam(p, 0.1),
        ["NAdam(lr=0.1, weight_decay=0.1, momentum_decay=0.01)"] =
            p => torch.optim.NAdam(p, 0.1, weight_decay: 0.1, momentum_decay: 0.01),
    };

    public static TheoryData<string> Names => [.. s_optimizers.Keys];

    [Fact]
    public void Every_fixture_has_an_optimizer() => Assert.Equal(s_fixtures.Keys.Order(), s_optimizers.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_steps_are_those_of_TorchSharp(string name)
    {
        var fixture = s_fixtures[name];
        var parameter = nn.Parameter(torch.tensor(Fixture.Numbers(fixture.GetProperty("start")), dtype: float32));
        using var optimizer = s_optimizers[name]([parameter]);

        var step = 0;
        foreach (var gradient in fixture.GetProperty("grads").EnumerateArray())
        {
            parameter.grad = torch.tensor(Fixture.Numbers(gradient), dtype: float32);
            optimizer.step();

            // Float32 rounds at 6e-8 of values near 1; formulas may associate differently.
            Check.Same(Fixture.Numbers(fixture.GetProperty("after")[step]), Check.Values(parameter), 1e-6, $"step {step}");
            step++;
        }
    }

    [Fact]
    public void Zero_grad_fills_with_zeros_and_leaves_null_alone()
    {
        var (used, unused) = (nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2)));
        using var optimizer = torch.optim.SGD(new[] { used, unused }, 0.1);
        used.grad = torch.ones(2);

        optimizer.zero_grad();

        Assert.Equal([0, 0], Check.Values(used.grad!));
        Assert.Null(unused.grad);
    }

    [Fact]
    public void Parameters_without_gradient_are_skipped()
    {
        var parameter = nn.Parameter(torch.ones(2));
        using var optimizer = torch.optim.Adam(new[] { parameter }, 0.1, weight_decay: 1);

        optimizer.step();

        Assert.Equal([1, 1], Check.Values(parameter));
    }

    [Fact]
    public void Groups_have_their_own_rates()
    {
        var (slow, fast) = (nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1)));
        using var optimizer = torch.optim.SGD(new[] { slow }, 0.1);
        optimizer.add_param_group(new SGD.ParamGroup([fast], 0.5));
        slow.grad = torch.ones(1);
        fast.grad = torch.ones(1);

        optimizer.step();

        Check.Same([0.9], Check.Values(slow), 1e-6, "slow");
        Check.Same([0.5], Check.Values(fast), 1e-6, "fast");
        Assert.Equal([0.1, 0.5], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void A_closure_computes_the_loss_that_step_returns()
    {
        var parameter = nn.Parameter(torch.tensor(3f));
        using var optimizer = torch.optim.SGD(new[] { parameter }, 0.5);

        var loss = optimizer.step(() =>
        {
            var square = parameter * parameter;
            square.backward();
            return square;
        });

        Assert.Equal(9f, loss!.item<float>());
        Assert.Equal(0f, parameter.item<float>());
    }

    [Theory]
    [InlineData(1.0, 2.0, 5, 0.5999999, 0.79999983)]
    [InlineData(10.0, 2.0, 5, 3, 4)]
    [InlineData(1.0, 1.0, 7, 0.42857137, 0.57142849)]
    public void Clipping_scales_to_the_norm_and_returns_the_one_before(double most, double p, double norm, double a, double b)
    {
        var parameter = nn.Parameter(torch.zeros(2));
        parameter.grad = torch.tensor([3f, 4f]);

        var before = nn.utils.clip_grad_norm_([parameter], most, p);

        Assert.Equal(norm, before, 1e-5);
        Check.Same([a, b], Check.Values(parameter.grad!), 1e-6, "gradient");
    }

    [Fact]
    public void Clipping_values_clamps()
    {
        var parameter = nn.Parameter(torch.zeros(3));
        parameter.grad = torch.tensor([3f, -4f, 0.5f]);

        nn.utils.clip_grad_value_([parameter], 1);

        Assert.Equal([1, -1, 0.5], Check.Values(parameter.grad!));
    }
}
