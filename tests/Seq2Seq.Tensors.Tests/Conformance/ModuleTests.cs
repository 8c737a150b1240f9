namespace Seq2Seq.Tensors.Conformance;

/// <summary>Every module: names and shapes of weights, values, gradients of inputs and weights, buffers.</summary>
public sealed class ModuleTests
{
    private static readonly Dictionary<string, FixtureCase> s_cases = new(Fixture.Cases("modules").Concat(Fixture.Cases("more_modules")));

    private static readonly Dictionary<string, ModuleCase> s_modules = new(ModuleCases.All().Concat(MoreModuleCases.All()));

    public static TheoryData<string, ScalarType> Names => [.. s_cases.Keys
        .SelectMany(name => new[] { (name, ScalarType.Float32), (name, ScalarType.Float64) })];

    [Fact]
    public void Every_fixture_has_a_module_and_every_module_a_fixture() =>
        Assert.Equal(s_cases.Keys.Order(), s_modules.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_gradients_and_buffers_are_those_of_PyTorch(string name, ScalarType floats)
    {
        using var scope = NewDisposeScope();
        var expected = s_cases[name];
        var inputs = new Inputs(expected, floats);
        using var module = s_modules[name].Make().to(floats);
        Assert.Equal(
            expected.Weights.Select(weight => (weight.Name, string.Join(",", weight.Shape))),
            module.named_parameters().Select(entry => (entry.name, string.Join(",", entry.parameter.shape))));
        ModuleCase.Fill(module);

        var outputs = s_modules[name].Run(module, inputs);
        Check.Objective(outputs).backward();

        Assert.Equal(expected.Outputs.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
            Check.Same(expected.Outputs[i], outputs[i], floats, $"output {i}");
        foreach (var (input, gradient) in expected.Gradients!)
            Check.Same(gradient, Check.Values(inputs[input].grad!), Check.Tolerance(floats), $"gradient of {input}");
        foreach (var (weight, _, gradient) in expected.Weights)
            Check.Same(gradient, Gradient(module, weight), Check.Tolerance(floats), $"gradient of {weight}");
        Assert.Equal(expected.Buffers.Keys, module.named_buffers().Select(entry => entry.name));
        foreach (var (buffer, value) in module.named_buffers())
            Check.Same(expected.Buffers[buffer], value, floats, buffer);
    }

    private static double[] Gradient(nn.Module module, string weight)
    {
        var parameter = module.get_parameter(weight)!;
        return parameter.grad is { } gradient ? Check.Values(gradient) : new double[parameter.numel()];
    }
}
