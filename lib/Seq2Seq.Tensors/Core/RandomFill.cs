namespace Seq2Seq.Tensors;

/// <summary>Fills tensors with random numbers; each fill reserves its block of the generator's counters.</summary>
internal static class RandomFill
{
    public static void Uniform(string operation, torch.Tensor target, double low, double high, torch.Generator? generator)
    {
        target.RequireFloatArgument(operation);
        if (!(high >= low))
            throw Throw.Bad($"{operation}: from {Throw.D(low)} to {Throw.D(high)} is no range; the first must not be greater");
        Fill(target, generator, (y, seed, offset) => Philox.Uniform(y, seed, offset), (y, seed, offset) => Philox.Uniform(y, seed, offset));
        if (low == 0 && high == 1)
            return;
        Arithmetic.Into<MulFunction>(target, target, high - low);
        Arithmetic.Into<AddFunction>(target, target, low);
    }

    public static void Normal(string operation, torch.Tensor target, double mean, double deviation, torch.Generator? generator)
    {
        target.RequireFloatArgument(operation);
        if (!(deviation >= 0))
            throw Throw.Bad($"{operation}: the standard deviation is {Throw.D(deviation)}; it must not be negative");
        Fill(target, generator, (y, seed, offset) => Philox.Normal(y, seed, offset), (y, seed, offset) => Philox.Normal(y, seed, offset));
        if (mean == 0 && deviation == 1)
            return;
        Arithmetic.Into<MulFunction>(target, target, deviation);
        Arithmetic.Into<AddFunction>(target, target, mean);
    }

    private delegate void Filler<T>(Span<T> y, ulong seed, ulong offset);

    private static void Fill(torch.Tensor target, torch.Generator? generator, Filler<float> single, Filler<double> real)
    {
        var (seed, offset) = (generator ?? torch.Generator.Default).Reserve(2 * target.Count);
        using var dense = target.Contiguous ? target.Handle() : torch.Tensor.Uninitialized(target.Sizes, target.dtype, scoped: false);
        if (target.dtype == torch.ScalarType.Float32)
            single(dense.Span<float>(), seed, offset);
        else
            real(dense.Span<double>(), seed, offset);
        if (!target.Contiguous)
            Copying.Copy(dense, target);
    }
}
