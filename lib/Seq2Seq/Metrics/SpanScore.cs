using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>A labelled stretch of a sentence.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token behind its last.</param>
/// <param name="Label">What it is, such as ARG0.</param>
public readonly record struct LabelledSpan(int Start, int End, string Label);

/// <summary>Precision, recall and F1 of labelled stretches: right means same start, same end, same label. (Tjong Kim
/// Sang and De Meulder 2003.)</summary>
/// <param name="Right">Stretches found rightly.</param>
/// <param name="Predicted">Stretches found.</param>
/// <param name="Gold">Stretches there are.</param>
public sealed record SpanScore(int Right, int Predicted, int Gold)
{
    /// <summary>Of the stretches found, the share that is right.</summary>
    public double Precision => Predicted > 0 ? (double)Right / Predicted : 0;

    /// <summary>Of the stretches there are, the share that was found.</summary>
    public double Recall => Gold > 0 ? (double)Right / Gold : 0;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => FScore.Of(Precision, Recall);

    /// <summary>Scores sentences of tags B-label, I-label, O.</summary>
    public static SpanScore Of(
        IReadOnlyList<IReadOnlyList<string>> predicted, IReadOnlyList<IReadOnlyList<string>> gold)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(gold);
        if (predicted.Count != gold.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"SpanScore.Of: {predicted.Count} predicted and {gold.Count} gold sentences; expected as many of both."));
        }

        var (right, found, real) = (0, 0, 0);
        for (var i = 0; i < gold.Count; i++)
        {
            var (ours, theirs) = (Spans(predicted[i]), Spans(gold[i]));
            found += ours.Count;
            real += theirs.Count;
            right += ours.Intersect(theirs).Count();
        }

        return new SpanScore(right, found, real);
    }

    /// <summary>The stretches that tags mark. An I- tag that continues nothing begins a stretch, as in the script of
    /// CoNLL.</summary>
    public static IReadOnlyList<LabelledSpan> Spans(IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var spans = new List<LabelledSpan>();
        var (start, open) = (0, (string?)null);
        for (var i = 0; i <= tags.Count; i++)
        {
            var tag = i < tags.Count ? tags[i] : "O";
            var label = tag.Length > 2 && tag[1] == '-' ? tag[2..] : null;
            var continues = open is not null && label == open && tag[0] == 'I';
            if (continues) continue;
            if (open is not null) spans.Add(new LabelledSpan(start, i, open));
            (start, open) = (i, label);
        }

        return spans;
    }

    /// <summary>The three numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"F1 = {F1:0.0000} (precision {Precision:0.0000}, recall {Recall:0.0000}; {Right} right of {Predicted} found and {Gold} real)");
}
