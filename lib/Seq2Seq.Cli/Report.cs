using System.Net;
using System.Text;
using Seq2Seq.Decoding;
using Seq2Seq.Display;
using Seq2Seq.Files;
using Seq2Seq.Metrics;
using Seq2Seq.Plots;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Cli;

/// <summary>Pages with plots, whole in one file.</summary>
internal static class Report
{
    private const int Shown = 8;

    public static string Training(string folder, Translator translator, TrainingHistory history, ParallelCorpus validation)
    {
        var body = new StringBuilder();
        Add(body, TrainingPlots.Loss(history));
        Add(body, TrainingPlots.GradientNorm(history));
        if (validation.Count > 0)
        {
            var found = translator.Translate([.. validation.Sources.Take(Shown)]);
            AddExamples(body, found, [.. validation.Targets.Take(Shown)]);
        }

        return Write(folder, "training.html", "Training", body);
    }

    public static string Evaluation(string folder, Bleu bleu, IReadOnlyList<Translation> found, IReadOnlyList<string> references)
    {
        var body = new StringBuilder();
        Add(body, ScorePlots.ByLength(bleu, found, references));
        AddExamples(body, found, references);
        return Write(folder, "evaluation.html", "Evaluation", body);
    }

    private static void AddExamples(StringBuilder body, IReadOnlyList<Translation> found, IReadOnlyList<string> references)
    {
        var table = Table.Of("Examples", "source", "translation", "reference");
        for (var i = 0; i < Math.Min(Shown, found.Count); i++) table = table.Row(found[i].Source, found[i].Text, references[i]);
        body.Append(table.ToHtml());
        foreach (var translation in found.Take(Shown).Where(t => t.Search.Best.Attention is not null && t.TargetTokens.Count > 0).Take(3))
        {
            Add(body, AttentionPlots.Map(translation.Search.Best, translation.SourceTokens, translation.TargetTokens));
        }
    }

    private static void Add(StringBuilder body, Figure figure) => body.Append("<figure>").Append(figure.ToSvg()).Append("</figure>\n");

    private static string Write(string folder, string name, string title, StringBuilder body)
    {
        var path = Path.Combine(folder, name);
        AtomicFile.WriteText(path,
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
            + $"<title>{WebUtility.HtmlEncode(title)}</title></head>\n<body>\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n{body}</body></html>\n");
        return path;
    }
}
