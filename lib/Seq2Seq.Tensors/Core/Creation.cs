using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors;

/// <summary>Makes tensors; every public factory ends here.</summary>
internal static class Creation
{
    public static torch.Tensor Empty(ReadOnlySpan<long> sizes, torch.ScalarType? type, torch.Device? device, bool requiresGrad)
    {
        _ = device;
        return Finish(torch.Tensor.Uninitialized(sizes, type ?? torch.get_default_dtype()), requiresGrad);
    }

    public static torch.Tensor Full(
        ReadOnlySpan<long> sizes, Scalar value, torch.ScalarType? type, torch.Device? device, bool requiresGrad)
    {
        _ = device;

        // As TorchSharp: an integer and a truth value give Int64.
        var chosen = type ?? (value.Type.IsFloat() ? torch.get_default_dtype() : torch.ScalarType.Int64);
        var tensor = torch.Tensor.Uninitialized(sizes, chosen);
        Copying.Fill(tensor, value);
        return Finish(tensor, requiresGrad);
    }

    public static torch.Tensor Copy<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, torch.ScalarType? type, torch.Device? device, bool requiresGrad)
        where T : unmanaged
    {
        _ = device;
        if (elements.Length != Shapes.Count(sizes))
            throw Throw.ArraySize(elements.Length, sizes);
        var own = ElementTypes.Of(typeof(T));
        var tensor = torch.Tensor.Uninitialized(sizes, own);
        elements.CopyTo(tensor.Span<T>());
        if (type is { } wanted && wanted != own)
        {
            var converted = tensor.to_type(wanted);
            tensor.Dispose();
            tensor = converted;
        }

        return Finish(tensor, requiresGrad);
    }

    public static torch.Tensor CopyArray<T>(Array elements, torch.ScalarType? type, torch.Device? device, bool requiresGrad)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        var span = elements.Length == 0
            ? []
            : MemoryMarshal.CreateReadOnlySpan(
                ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements)), elements.Length);
        return Copy(span, SizesOf(elements), type, device, requiresGrad);
    }

    public static torch.Tensor Share(Array elements, torch.ScalarType? type, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var own = ElementTypes.Of(elements.GetType().GetElementType()!);
        var tensor = torch.Tensor.Share(elements, SizesOf(elements), own);
        if (type is { } wanted && wanted != own)
        {
            var converted = tensor.to_type(wanted);
            tensor.Dispose();
            tensor = converted;
        }

        return Finish(tensor, requiresGrad);
    }

    public static torch.Tensor Rand(
        ReadOnlySpan<long> sizes, torch.ScalarType? type, torch.Device? device, bool requiresGrad, torch.Generator? generator)
    {
        _ = device;
        var tensor = torch.Tensor.Uninitialized(sizes, type ?? torch.get_default_dtype());
        RandomFill.Uniform("rand", tensor, 0, 1, generator);
        return Finish(tensor, requiresGrad);
    }

    public static torch.Tensor Randn(
        ReadOnlySpan<long> sizes, torch.ScalarType? type, torch.Device? device, bool requiresGrad, torch.Generator? generator)
    {
        _ = device;
        var tensor = torch.Tensor.Uninitialized(sizes, type ?? torch.get_default_dtype());
        RandomFill.Normal("randn", tensor, 0, 1, generator);
        return Finish(tensor, requiresGrad);
    }

    public static torch.Tensor Finish(torch.Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static long[] SizesOf(Array array)
    {
        var sizes = new long[array.Rank];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = array.GetLongLength(i);
        return sizes;
    }
}
