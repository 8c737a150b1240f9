namespace Seq2Seq.Tensors;

/// <summary>Random integers, orders and draws.</summary>
internal static class Sampling
{
    public static torch.Tensor Integers(
        long low, long high, ReadOnlySpan<long> sizes, torch.ScalarType? type, bool requiresGrad, torch.Generator? generator)
    {
        if (low >= high)
            throw Throw.Bad($"randint: from {low} to {high} holds no integer; the first must be less than the second");
        var tensor = torch.Tensor.Uninitialized(sizes, torch.ScalarType.Int64);
        var draws = Draw(tensor.Count, generator);
        var values = tensor.Span<long>();
        var range = unchecked((ulong)(high - low));
        for (var i = 0; i < values.Length; i++)
            values[i] = unchecked(low + (long)Math.BigMul(draws[i], range, out _));
        return Converted(tensor, type, requiresGrad);
    }

    public static torch.Tensor Permutation(long n, torch.ScalarType? type, bool requiresGrad, torch.Generator? generator)
    {
        var tensor = torch.Tensor.Uninitialized([n], torch.ScalarType.Int64);
        var draws = Draw(n, generator);
        var values = tensor.Span<long>();
        for (var i = 0; i < values.Length; i++)
            values[i] = i;
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = (int)Math.BigMul(draws[i], (ulong)i + 1, out _);
            (values[i], values[j]) = (values[j], values[i]);
        }

        return Converted(tensor, type, requiresGrad);
    }

    public static torch.Tensor Multinomial(torch.Tensor weights, long samples, bool replacement, torch.Generator? generator)
    {
        weights.RequireFloat("multinomial");
        if (weights.Rank is not (1 or 2))
            throw Throw.ExpectedRank("multinomial", "the weights", "1 or 2", weights.Sizes);
        var columns = (int)weights.Sizes[^1];
        if (samples < 1 || (!replacement && samples > columns))
            throw Throw.Bad($"multinomial: {samples} samples cannot be drawn from {columns} without replacement; ask for fewer, or pass replacement: true");
        using var real = weights.Cast(torch.ScalarType.Float64);
        using var dense = real.Dense(forceCopy: true);
        var rows = weights.Rank == 1 ? 1 : (int)weights.Sizes[0];
        var result = torch.Tensor.Uninitialized(weights.Rank == 1 ? [samples] : [rows, samples], torch.ScalarType.Int64);
        var draws = Draw(rows * samples, generator);
        var values = result.Span<long>();
        for (var row = 0; row < rows; row++)
        {
            var left = dense.Span<double>().Slice(row * columns, columns);
            for (var i = 0; i < samples; i++)
            {
                var at = (int)((row * samples) + i);
                var pick = Pick(left, draws[at], row);
                values[at] = pick;
                if (!replacement)
                    left[pick] = 0;
            }
        }

        return result;
    }

    // The first index whose running sum exceeds the draw.
    private static int Pick(ReadOnlySpan<double> weights, ulong draw, int row)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw Throw.Bad($"multinomial: row {row} has the weight {Throw.D(weight)}; weights must be finite and not negative");
            total += weight;
        }

        if (!(total > 0))
            throw Throw.Bad($"multinomial: row {row} has no weight above zero left to draw from; give more, or draw fewer samples");
        var goal = (draw >> 11) * (1.0 / (1UL << 53)) * total;
        var sum = 0.0;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            sum += weights[i];
            last = i;
            if (sum > goal)
                return i;
        }

        return last;
    }

    private static ulong[] Draw(long count, torch.Generator? generator)
    {
        var draws = new ulong[count];
        var (seed, offset) = (generator ?? torch.Generator.Default).Reserve(2 * count);
        Philox.UInt64(draws, seed, offset);
        return draws;
    }

    private static torch.Tensor Converted(torch.Tensor tensor, torch.ScalarType? type, bool requiresGrad)
    {
        if (type is { } wanted && wanted != torch.ScalarType.Int64)
        {
            var converted = tensor.to_type(wanted);
            tensor.Dispose();
            tensor = converted;
        }

        return Creation.Finish(tensor, requiresGrad);
    }
}
