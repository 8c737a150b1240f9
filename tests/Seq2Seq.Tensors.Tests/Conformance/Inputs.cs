namespace Seq2Seq.Tensors.Conformance;

/// <summary>The inputs of a case by name; floating point ones ask for gradients.</summary>
internal sealed class Inputs(FixtureCase source, ScalarType floats)
{
    private readonly Dictionary<string, Tensor> _tensors = source.Inputs.ToDictionary(
        entry => entry.Key,
        entry =>
        {
            var tensor = entry.Value.ToTensor(floats);
            return entry.Value.Kind == "f" ? tensor.requires_grad_() : tensor;
        });

    public ScalarType Type => floats;

    public Tensor X => this["x"];

    public Tensor Y => this["y"];

    public Tensor this[string name] => _tensors[name];
}
