using System.Text.Json;

namespace Seq2Seq.Tensors.Conformance;

/// <summary>One case: inputs, outputs, the gradients of Σ output · cos(0.7 i + 0.3).</summary>
internal sealed class FixtureCase(JsonElement json)
{
    public Dictionary<string, Packed> Inputs { get; } = json.GetProperty("in").EnumerateObject()
        .ToDictionary(entry => entry.Name, entry => new Packed(entry.Value));

    public Packed[] Outputs { get; } = json.TryGetProperty("out", out var all)
        ? [.. all.EnumerateArray().Select(item => new Packed(item))]
        : [];

    public Dictionary<string, double[]>? Gradients { get; } = json.TryGetProperty("grad", out var all)
        ? all.EnumerateObject().ToDictionary(entry => entry.Name, entry => Fixture.Numbers(entry.Value))
        : null;

    /// <summary>Name, shape and gradient (or, in training, final value) of every weight, in order of registration.</summary>
    public (string Name, long[] Shape, double[] Values)[] Weights { get; } = json.TryGetProperty("weights", out var all)
        ? [.. all.EnumerateObject().Select(w => (w.Name, Fixture.Shape(w.Value[0]), Fixture.Numbers(w.Value[1])))]
        : [];

    public Dictionary<string, Packed> Buffers { get; } = json.TryGetProperty("buffers", out var all)
        ? all.EnumerateObject().ToDictionary(entry => entry.Name, entry => new Packed(entry.Value))
        : [];

    public double[] Series(string name) => Fixture.Numbers(json.GetProperty(name));
}

/// <summary>A tensor in a fixture: its kind (f, i or b), shape and values.</summary>
internal sealed class Packed(JsonElement json)
{
    public string Kind { get; } = json[0].GetString()!;

    public long[] Shape { get; } = Fixture.Shape(json[1]);

    public double[] Values { get; } = Fixture.Numbers(json[2]);

    public Tensor ToTensor(ScalarType floats) => Kind switch
    {
        "f" => torch.tensor(Values, dtype: floats).reshape(Shape),
        "i" => torch.tensor(Values.Select(value => (long)value).ToArray()).reshape(Shape),
        _ => torch.tensor(Values.Select(value => value != 0).ToArray()).reshape(Shape),
    };
}
