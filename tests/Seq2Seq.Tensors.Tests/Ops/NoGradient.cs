namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>Public functions that give tensors and have no gradient to check, with the reason.</summary>
internal static class NoGradient
{
    public static HashSet<string> Names { get; } =
    [
        // Make tensors from nothing or from plain numbers.
        "empty", "zeros", "ones", "full", "rand", "randn", "randint", "randperm", "arange", "linspace", "eye", "tensor", "as_tensor",
        "from_array", "zeros_like", "ones_like", "full_like", "empty_like", "rand_like", "randn_like", "new_zeros", "new_ones",
        "new_full", "load",

        // Truth values and integers.
        "eq", "ne", "equal", "lt", "le", "gt", "ge", "isnan", "isinf", "isfinite", "isclose", "logical_not", "logical_and", "logical_or",
        "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not", "all", "any", "argmax", "argmin", "argsort",
        "nonzero", "count_nonzero", "one_hot", "bincount", "multinomial", "floor_divide",

        // Random: the draw is not differentiable.
        "bernoulli", "bernoulli_", "uniform_", "normal_",

        // Cut from or tied to the graph; tested in Autograd.
        "detach", "detach_", "requires_grad_",

        // Only give the same tensor back; tested with dispose scopes.
        "MoveToOuterDisposeScope", "DetachFromDisposeScope",

        // Cannot change the type to one that has gradients.
        "long", "int", "short", "byte", "bool", "cuda",
    ];
}
