using System.CommandLine;
using System.Globalization;
using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Cli;

/// <summary>seq2seq train data.tsv --out model/</summary>
internal static class TrainCommand
{
    // What a shell gives for a command that was ended by Ctrl-C, so that "train && evaluate" goes no further.
    private const int Interrupted = 130;

    public static Command Create()
    {
        var data = new Argument<string>("data") { Description = "Lines of source TAB target, in UTF-8." };
        var folder = new Option<string>("--out") { Description = "Folder of the model.", Required = true };
        var kind = new Option<ModelKind>("--model") { Description = "Which model.", DefaultValueFactory = _ => ModelKind.GruAttention };
        var hidden = new Option<int>("--hidden") { Description = "Features of a state.", DefaultValueFactory = _ => 128 }.AtLeast(1);
        var embedding = new Option<int>("--embedding") { Description = "Features of a token.", DefaultValueFactory = _ => 96 }.AtLeast(1);
        var layers = new Option<int>("--layers") { Description = "Layers on each side.", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var dropout = new Option<double>("--dropout") { Description = "Share of features dropped.", DefaultValueFactory = _ => 0.2 }.Share();
        var epochs = new Option<int>("--epochs") { Description = "Passes over the data.", DefaultValueFactory = _ => 20 }.AtLeast(1);
        var batch = new Option<int>("--batch") { Description = "Sentences in a batch.", DefaultValueFactory = _ => 64 }.AtLeast(1);
        var rate = new Option<double>("--rate") { Description = "Learning rate.", DefaultValueFactory = _ => 2e-3 }.Positive();
        var patience = new Option<int>("--patience") { Description = "Epochs without gain before it stops.", DefaultValueFactory = _ => 4 }.AtLeast(1);
        var held = new Option<double>("--validation") { Description = "Share held out to choose by.", DefaultValueFactory = _ => 0.05 }.Share();
        var minimum = new Option<int>("--minimum-count") { Description = "Rarer tokens are unknown.", DefaultValueFactory = _ => 1 }.AtLeast(1);
        var merges = new Option<int>("--merges") { Description = "Byte-pair merges; 0: whole words or characters." }.AtLeast(0);
        var swap = new Option<bool>("--swap") { Description = "The file is target TAB source." };
        var seed = new Option<long>("--seed") { Description = "Another seed, another run.", DefaultValueFactory = _ => 1 };
        var every = new Option<long>("--checkpoint-every") { Description = "Steps between checkpoints.", DefaultValueFactory = _ => 100 }.AtLeast(0);
        var command = new Command("train", "Train a model; the same command again goes on where it was stopped.")
        {
            data, folder, kind, hidden, embedding, layers, dropout, epochs, batch, rate, patience, held, minimum, merges, swap, seed, every,
        };
        command.SetAction((parsed, stop) => Task.FromResult(Failure.Guard(parsed.InvocationConfiguration.Error, () =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var corpus = CorpusFile.Read(parsed.GetRequiredValue(data), parsed.GetValue(swap), error);
            var split = corpus.Split(parsed.GetValue(held), 0, parsed.GetValue(seed));
            var config = new ModelConfig
            {
                Kind = parsed.GetValue(kind),
                Hidden = parsed.GetValue(hidden),
                Embedding = parsed.GetValue(embedding),
                Layers = parsed.GetValue(layers),
                Dropout = parsed.GetValue(dropout),
            };
            var options = new TrainerOptions
            {
                Epochs = parsed.GetValue(epochs),
                Batching = new BucketBatching(parsed.GetValue(batch)),
                LearningRate = LearningRate.Constant(parsed.GetValue(rate)).WarmUp(50),
                Patience = parsed.GetValue(patience),
                Seed = parsed.GetValue(seed),
                CheckpointEvery = parsed.GetValue(every),
                Folder = Path.Combine(parsed.GetRequiredValue(folder), "checkpoint"),
            };
            return Run(split, config, options, parsed.GetRequiredValue(folder), parsed.GetValue(minimum), parsed.GetValue(merges), error, stop);
        })));
        return command;
    }

    private static int Run(
        CorpusSplit split, ModelConfig config, TrainerOptions options, string folder, int minimumCount, int merges,
        TextWriter error, CancellationToken stop)
    {
        torch.manual_seed(options.Seed);
        var translator = Translator.For(split.Train, config, minimumCount, merges);
        ModelFolder.Check(folder, translator);
        translator.SaveParts(folder);
        error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{split.Train.Count} pairs to train on, {split.Validation.Count} to choose by; vocabularies of "
            + $"{translator.SourceVocabulary.Count} and {translator.TargetVocabulary.Count}; {translator.Model.ParameterCount} parameters"));
        var history = new Trainer(translator.Model, options with
        {
            OnEpoch = progress =>
            {
                var e = progress.History.Epochs[^1];
                var best = e.IsBest ? ", the best so far" : "";
                error.WriteLine(split.Validation.Count == 0
                    ? string.Create(CultureInfo.InvariantCulture,
                        $"epoch {e.Epoch}: training {e.TrainLoss:0.000} nats per token{best}")
                    : string.Create(CultureInfo.InvariantCulture,
                        $"epoch {e.Epoch}: training {e.TrainLoss:0.000}, validation {e.ValidationLoss:0.000} nats per token, {e.ValidationAccuracy:0.0%} of tokens right{best}"));
            },
        }).Fit(translator.Encode(split.Train), translator.Encode(split.Validation), stop);
        if (history.Stopped == StopReason.Cancelled)
        {
            error.WriteLine("stopped; the same command goes on from here");
            return Interrupted;
        }

        translator.Save(folder);
        var report = Report.Training(folder, translator, history, split.Validation);
        error.WriteLine($"model in {folder}, report in {report}");
        return 0;
    }
}
