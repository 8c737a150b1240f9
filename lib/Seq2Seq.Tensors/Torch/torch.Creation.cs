namespace Seq2Seq.Tensors;

public static partial class torch
{
    private static ScalarType s_default = ScalarType.Float32;

    /// <summary>The floating-point type of new tensors.</summary>
    public static ScalarType get_default_dtype() => s_default;

    /// <summary>Sets the floating-point type of new tensors.</summary>
    /// <param name="dtype">Float32 or Float64.</param>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloat())
            throw Throw.NotAFloat("set_default_dtype", dtype);
        s_default = dtype;
    }
}
