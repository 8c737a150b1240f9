namespace Seq2Seq.Tensors;

/// <summary>Which element type a mixed expression has: PyTorch's rules.</summary>
internal static class Promotion
{
    /// <summary>The smallest type that holds both.</summary>
    public static torch.ScalarType Promote(torch.ScalarType a, torch.ScalarType b)
    {
        if (a == b)
            return a;
        if (a.Kind() != b.Kind())
            return a.Kind() > b.Kind() ? a : b;
        if (a.IsFloat())
            return torch.ScalarType.Float64;
        if ((a, b) is (torch.ScalarType.Byte, torch.ScalarType.Int8) or (torch.ScalarType.Int8, torch.ScalarType.Byte))
            return torch.ScalarType.Int16;
        return a.Size() > b.Size() ? a : b;
    }

    /// <summary>Tensors with dimensions come before 0-d tensors unless the latter are of a higher kind.</summary>
    public static torch.ScalarType Result(torch.Tensor a, torch.Tensor b)
    {
        if ((a.Rank == 0) == (b.Rank == 0))
            return Promote(a.dtype, b.dtype);
        var (wide, zero) = a.Rank > 0 ? (a.dtype, b.dtype) : (b.dtype, a.dtype);
        return zero.Kind() > wide.Kind() ? zero : wide;
    }

    /// <summary>A plain number only decides when it is of a higher kind than the tensor.</summary>
    public static torch.ScalarType Result(torch.Tensor a, Scalar b)
    {
        if (b.Type.Kind() <= a.dtype.Kind())
            return a.dtype;
        return b.Type.IsFloat() ? torch.get_default_dtype() : b.Type;
    }

    /// <summary>Floating point stays; everything else becomes the default floating-point type.</summary>
    public static torch.ScalarType ToFloat(torch.ScalarType type) => type.IsFloat() ? type : torch.get_default_dtype();

    /// <summary>May a result of type <paramref name="from"/> be stored into an existing tensor of that type?</summary>
    public static bool CanStore(torch.ScalarType from, torch.ScalarType to) => from.Kind() <= to.Kind();
}
