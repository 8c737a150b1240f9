using System.CommandLine;
using System.Globalization;
using Seq2Seq.Decoding;
using Seq2Seq.Metrics;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Cli;

/// <summary>seq2seq evaluate model/ test.tsv</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("model") { Description = "Folder of the model." };
        var data = new Argument<string>("data") { Description = "Lines of source TAB target, in UTF-8." };
        var width = new Option<int>("--beam") { Description = "Width of the beam.", DefaultValueFactory = _ => 5 }.AtLeast(1);
        var swap = new Option<bool>("--swap") { Description = "The file is target TAB source." };
        var command = new Command("evaluate", "Score a model on sentences it has not seen.") { folder, data, width, swap };
        command.SetAction(parsed => Failure.Guard(parsed.InvocationConfiguration.Error, () =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var corpus = CorpusFile.Read(parsed.GetRequiredValue(data), parsed.GetValue(swap), parsed.InvocationConfiguration.Error);
            var translator = Translator.Load(parsed.GetRequiredValue(folder));
            WarnOfUnknown(translator, corpus, parsed.InvocationConfiguration.Error);
            var found = translator.Translate(
                [.. corpus.Sources], new BeamOptions { Width = parsed.GetValue(width), LengthPenalty = 0.6 });
            string[] hypotheses = [.. found.Select(translation => translation.Text)];
            string[] references = [.. corpus.Targets];
            var isChinese = Translator.IsIdeographic(references);
            var bleu = new Bleu { Tokenisation = isChinese ? BleuTokenisation.Chinese : BleuTokenisation.ThirteenA };
            foreach (var metric in new Metric[] { bleu, new Chrf() })
            {
                var interval = Bootstrap.Interval(metric, hypotheses, references);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{metric.Name} {interval.Value:0.00} (95 %: {interval.Low:0.00} to {interval.High:0.00})  {metric.Signature()}"));
            }

            var forced = ForcedScore.Of(translator.Model, translator.Encode(corpus));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"exact {hypotheses.Zip(references, (h, r) => h == r ? 1.0 : 0).Average():0.0%}, perplexity {forced.Perplexity:0.00}, "
                + $"{forced.TokenAccuracy:0.0%} of tokens right with the true past, {corpus.Count} sentences"));
            output.WriteLine("report in " + Report.Evaluation(parsed.GetRequiredValue(folder), bleu, found, references));
            return 0;
        }));
        return command;
    }

    // Sentences of another language, or the two columns the other way round, score near zero without any error.
    private static void WarnOfUnknown(Translator translator, ParallelCorpus corpus, TextWriter error)
    {
        foreach (var (side, coverage) in new[]
        {
            ("source", translator.SourceVocabulary.Coverage(translator.SourceTokeniser.Tokenise(corpus.Sources))),
            ("target", translator.TargetVocabulary.Coverage(translator.TargetTokeniser.Tokenise(corpus.Targets))),
        })
        {
            if (coverage.OutOfVocabularyRate < 0.5) continue;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"warning: the model does not know {coverage.OutOfVocabularyRate:0%} of the {side} tokens; "
                + $"are the columns the other way round (--swap), or is this the file of another model?"));
        }
    }
}
