using System.Globalization;
using Seq2Seq.Decoding;
using Seq2Seq.Metrics;
using Seq2Seq.Models;
using Seq2Seq.Plots;
using Seq2Seq.Text;
using Seq2Seq.Training;

var (data, folder, epochs) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
var corpus = ParallelCorpus.Load(data);
Console.WriteLine(corpus.Report);
var split = corpus.Split(validation: 0.1, test: 0.1);

torch.manual_seed(1);
var config = new ModelConfig { Kind = ModelKind.GruAttention, Embedding = 64, Hidden = 96 };
var translator = Translator.For(split.Train, config);

// A run that was killed goes on from its last checkpoint and ends with the same weights.
var trainer = new Trainer(translator.Model, new TrainerOptions
{
    Epochs = epochs,
    Batching = new BucketBatching(32),
    LearningRate = LearningRate.Constant(3e-3).WarmUp(50),
    Folder = Path.Combine(folder, "checkpoint"),
    CheckpointEvery = 20,
    OnEpoch = progress => Console.WriteLine($"epoch {progress.History.Epochs.Count}: {progress.History.Epochs[^1].ValidationLoss:0.000}"),
});
var history = trainer.Fit(translator.Encode(split.Train), translator.Encode(split.Validation));
translator.Save(folder);

var found = translator.Translate([.. split.Test.Sources], new BeamOptions { Width = 5, LengthPenalty = 0.6 });
string[] hypotheses = [.. found.Select(translation => translation.Text)];
Console.WriteLine($"BLEU {Bootstrap.Interval(new Bleu(), hypotheses, [.. split.Test.Targets])}");

var shown = found.MaxBy(translation => translation.TargetTokens.Count)!;
string[] said = [.. shown.TargetTokens, "<eos>"];
File.WriteAllText(Path.Combine(folder, "attention.svg"), AttentionPlots.Map(shown.Search.Best, shown.SourceTokens, said).ToSvg());
File.WriteAllText(Path.Combine(folder, "loss.svg"), TrainingPlots.Loss(history).ToSvg());
Console.WriteLine(AttentionPlots.Map(shown.Search.Best, shown.SourceTokens, said).ToText());
