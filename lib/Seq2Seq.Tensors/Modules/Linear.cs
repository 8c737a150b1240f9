using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>y = x Wᵀ + b over the last dimension; W is (out, in).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias, ScalarType? dtype)
        : base(nameof(Linear))
    {
        if (inputSize < 0 || outputSize < 0)
        {
            throw new ArgumentException(
                $"Linear: sizes must not be negative, got {inputSize} in and {outputSize} out; give (inputs, outputs).");
        }

        (in_features, out_features) = (inputSize, outputSize);
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        RegisterWeight("weight", WeightDraw.Uniform([outputSize, inputSize], bound, dtype));
        if (hasBias)
            RegisterWeight("bias", WeightDraw.Uniform([outputSize], bound, dtype));
        else
            register_parameter("bias", null);
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        (out_features, in_features) = (weight.size(0), weight.size(1));
        register_parameter("weight", weight);
        register_parameter("bias", bias);
    }

    /// <summary>The size of the last dimension of the input.</summary>
    public long in_features { get; set; }

    /// <summary>The size of the last dimension of the result.</summary>
    public long out_features { get; set; }

    /// <summary>The matrix W (out, in).</summary>
    public Parameter weight
    {
        get => OwnParameter("weight")!;
        set => ReplaceParameter("weight", value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The vector b (out), or null.</summary>
    public Parameter? bias
    {
        get => OwnParameter("bias");
        set => ReplaceParameter("bias", value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
