namespace Seq2Seq.Tensors.Modules;

/// <summary>One number for all groups, or one for each.</summary>
internal static class PerGroup
{
    public static double[] Values(IReadOnlyList<double> values, int groups, string what)
    {
        if (values.Count != 1 && values.Count != groups)
            throw new ArgumentException($"{what}: expected one value or one for each of {groups} groups, got {values.Count}.");
        return values.Count == groups ? [.. values] : [.. Enumerable.Repeat(values[0], groups)];
    }
}
