using System.Globalization;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Numbers and shapes as they stand in messages.</summary>
internal static class Show
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(long[] shape) => $"[{string.Join(", ", shape)}]";
}
