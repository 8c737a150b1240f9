using System.CommandLine;
using System.Globalization;
using Seq2Seq.Decoding;
using Seq2Seq.Plots;

namespace Seq2Seq.Cli;

/// <summary>seq2seq translate model/ "..." and from standard input.</summary>
internal static class TranslateCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("model") { Description = "Folder of the model." };
        var texts = new Argument<string[]>("text") { Description = "What to translate; lines of standard input if there is none." };
        var width = new Option<int>("--beam") { Description = "Width of the beam.", DefaultValueFactory = _ => 5 }.AtLeast(1);
        var best = new Option<int>("--best") { Description = "How many translations of each.", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var attention = new Option<bool>("--attention") { Description = "Show where the model looked." };
        var command = new Command("translate", "Translate texts.") { folder, texts, width, best, attention };
        command.SetAction(parsed => Failure.Guard(parsed.InvocationConfiguration.Error, () =>
        {
            var (output, asked) = (parsed.InvocationConfiguration.Output, parsed.GetValue(texts) ?? []);
            var translator = Translator.Load(parsed.GetRequiredValue(folder));
            var options = new BeamOptions { Width = parsed.GetValue(width), Best = parsed.GetValue(best), LengthPenalty = 0.6 };
            if (asked.Length > 0)
            {
                foreach (var found in translator.Translate(asked, options)) Write(output, translator, found, parsed.GetValue(attention));
                return 0;
            }

            // Line by line, so that it can sit in a pipe.
            while (Console.In.ReadLine() is { } line)
            {
                if (line.Trim().Length == 0) output.WriteLine();
                else Write(output, translator, translator.Translate(line, options), parsed.GetValue(attention));
                output.Flush();
            }

            return 0;
        }));
        return command;
    }

    private static void Write(TextWriter output, Translator translator, Translation found, bool attention)
    {
        output.WriteLine(found.Text);
        foreach (var other in found.Search.Hypotheses.Skip(1))
        {
            var text = translator.TargetTokeniser.Join(translator.TargetVocabulary.Decode(other.Ids));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {other.Score:0.000}\t{text}"));
        }

        if (attention && found.Search.Best.Attention is not null)
        {
            output.WriteLine(AttentionPlots.Map(found.Search.Best, found.SourceTokens, found.TargetTokens).ToText());
        }
    }
}
