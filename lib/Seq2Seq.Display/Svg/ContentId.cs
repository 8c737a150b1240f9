using System.Globalization;

namespace Seq2Seq.Display.Svg;

/// <summary>An id made of the content, so that equal figures have equal bytes and different ones different ids.</summary>
internal static class ContentId
{
    /// <summary>FNV-1a, 64 bits: figures are told apart, nothing is secured.</summary>
    public static string Of(string content)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in content)
            hash = (hash ^ unit) * 1099511628211UL;
        return "fig" + hash.ToString("x16", CultureInfo.InvariantCulture)[..12];
    }
}
