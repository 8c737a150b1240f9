namespace Seq2Seq.Tensors.Conformance;

/// <summary>Every operation: values, shapes, types and gradients against PyTorch, in both floating point types.</summary>
public sealed class OperationTests
{
    private static readonly Dictionary<string, Dictionary<string, Func<Inputs, Tensor[]>>> s_operations = new()
    {
        ["pointwise"] = PointwiseCases.All(),
        ["reductions"] = ReductionCases.All(),
        ["shapes"] = ShapeCases.All(),
        ["indexing"] = IndexingCases.All(),
        ["products"] = ProductCases.All(),
        ["layers"] = LayerCases.All(),
        ["losses"] = LossCases.All(),
        ["functions"] = FunctionCases.All(),
    };

    private static readonly Dictionary<string, Dictionary<string, FixtureCase>> s_cases =
        s_operations.Keys.ToDictionary(area => area, Fixture.Cases);

    public static TheoryData<string> Areas => [.. s_operations.Keys];

    public static TheoryData<string, string, ScalarType> Names
    {
        get
        {
            var names = new TheoryData<string, string, ScalarType>();
            foreach (var (area, cases) in s_cases)
            {
                foreach (var name in cases.Keys)
                {
                    names.Add(area, name, ScalarType.Float32);
                    names.Add(area, name, ScalarType.Float64);
                }
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_fixture_has_an_operation_and_every_operation_a_fixture(string area) =>
        Assert.Equal(s_cases[area].Keys.Order(), s_operations[area].Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_PyTorch(string area, string name, ScalarType floats)
    {
        using var scope = NewDisposeScope();
        var expected = s_cases[area][name];
        var inputs = new Inputs(expected, floats);

        var outputs = s_operations[area][name](inputs);

        Assert.Equal(expected.Outputs.Length, outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
            Check.Same(expected.Outputs[i], outputs[i], floats, $"output {i}");
        if (expected.Gradients is null)
            return;
        Check.Objective(outputs).backward();
        foreach (var (input, gradient) in expected.Gradients)
            Check.Same(gradient, Gradient(inputs[input]), Check.Tolerance(floats), $"gradient of {input}");
    }

    private static double[] Gradient(Tensor input) =>
        input.grad is { } gradient ? Check.Values(gradient) : new double[input.numel()];
}
