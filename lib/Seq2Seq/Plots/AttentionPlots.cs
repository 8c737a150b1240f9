using Seq2Seq.Decoding;
using Seq2Seq.Display;
using Seq2Seq.Tasks;

namespace Seq2Seq.Plots;

/// <summary>Pictures of where a decoder looked.</summary>
public static class AttentionPlots
{
    /// <summary>Attention weights: a row per target token, a column per source token.</summary>
    /// <param name="weights">(T, S) or larger; what lies beyond the tokens is padding and left out.</param>
    /// <param name="source">The source tokens.</param>
    /// <param name="target">The target tokens.</param>
    /// <param name="title">The title.</param>
    public static HeatMapFigure Map(
        float[,] weights, IReadOnlyList<string> source, IReadOnlyList<string> target, string title = "Attention")
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.GetLength(0) < target.Count || weights.GetLength(1) < source.Count)
        {
            throw new ArgumentException(
                $"AttentionPlots.Map: got weights for {weights.GetLength(0)} target and {weights.GetLength(1)} source tokens; expected at "
                + $"least {target.Count} and {source.Count}. Pass the tokens the model saw (with <eos> if it did).", nameof(weights));
        }

        var shown = new double[target.Count, source.Count];
        for (var t = 0; t < target.Count; t++)
        {
            for (var s = 0; s < source.Count; s++) shown[t, s] = weights[t, s];
        }

        return Figure.HeatMap(title, shown, target, source).Axes("source", "target", "weight").ColorRange(0, 1);
    }

    /// <summary>The weights of one decoded sentence.</summary>
    public static HeatMapFigure Map(
        Hypothesis hypothesis, IReadOnlyList<string> source, IReadOnlyList<string> target, string title = "Attention")
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        return Map(
            hypothesis.Attention ?? throw new ArgumentException(
                "AttentionPlots.Map: the hypothesis has no weights; its model has no attention.", nameof(hypothesis)),
            source, target, title);
    }

    /// <summary>The weights of one tensor, (T, S).</summary>
    public static HeatMapFigure Map(
        Tensor weights, IReadOnlyList<string> source, IReadOnlyList<string> target, string title = "Attention")
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (rows, columns) = ((int)weights.size(0), (int)weights.size(1));
        var values = weights.detach().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
        var array = new float[rows, columns];
        Buffer.BlockCopy(values, 0, array, 0, values.Length * sizeof(float));
        return Map(array, source, target, title);
    }

    /// <summary>A gold alignment: 1 for a sure link, 0.5 for a possible one.</summary>
    public static HeatMapFigure Alignment(AlignedPair pair, string title = "Alignment")
    {
        ArgumentNullException.ThrowIfNull(pair);
        var links = new float[pair.Target.Count, pair.Source.Count];
        foreach (var link in pair.Possible) links[link.Target, link.Source] = 0.5f;
        foreach (var link in pair.Sure) links[link.Target, link.Source] = 1;
        return Map(links, pair.Source, pair.Target, title);
    }
}
