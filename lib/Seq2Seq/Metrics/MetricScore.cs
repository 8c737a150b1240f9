using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>A score.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">The score.</param>
/// <param name="Signature">The settings behind it.</param>
public record MetricScore(string Name, double Value, string Signature)
{
    /// <summary>The name and the score.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} = {Value:0.00}");

    internal static string Version { get; } = $"version:seq2seq-{typeof(MetricScore).Assembly.GetName().Version!.ToString(3)}";
}
