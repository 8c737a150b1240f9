using System.Diagnostics;
using System.Text.Json.Nodes;
using Seq2Seq.Decoding;
using Seq2Seq.Metrics;
using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Benchmarks.Yardsticks;

/// <summary>Joey NMT's tutorial: reverse up to 25 numbers, be tested on up to 30.</summary>
/// <remarks>
/// Kreutzer et al. 2019: BiLSTM encoder 64, LSTM decoder 64 with Luong's attention and input feeding, embeddings 16, dropout 0.1, batches
/// of 10, Adam from 0.001, 5 epochs; test BLEU 95.19 greedy. Ours lowers the rate in a line where theirs waits for plateaus.
/// </remarks>
internal static class ReversalYardstick
{
    private const int Epochs = 5;
    private const int BatchSize = 10;

    public static JsonObject Run(long seed)
    {
        var task = ToyTasks.IntegerReversal();
        var vocabulary = Vocabulary.FromList(Enumerable.Range(0, 50).Select(n => $"{n}"));
        Example[] Encode(IEnumerable<TaskPair> pairs) =>
        [
            .. pairs.Select((pair, i) => new Example(
                vocabulary.Encode(pair.Source.Split(' '), end: true), vocabulary.Encode(pair.Target.Split(' ')), i)),
        ];
        torch.manual_seed(seed);
        var config = new ModelConfig { Kind = ModelKind.LstmAttention, Embedding = 16, Hidden = 64, Dropout = 0.1 };
        var model = config.Create(vocabulary.Count, vocabulary.Count);
        var result = ResultLine.Begin("reversal", seed, model);
        var train = Encode(task.Train);
        var steps = Epochs * ((train.Length + BatchSize - 1) / BatchSize);
        var (clock, processor) = (Stopwatch.StartNew(), ResultLine.ProcessorSeconds());
        var history = new Trainer(model, new TrainerOptions
        {
            Epochs = Epochs,
            Batching = new BucketBatching(BatchSize),
            LearningRate = LearningRate.Linear(2e-3, steps),
            Seed = seed,
            OnEpoch = progress => Console.Error.WriteLine($"reversal, seed {seed}: {progress.History.Epochs[^1]}, {clock.Elapsed}"),
        }).Fit(train, Encode(task.Validation));
        var seconds = clock.Elapsed.TotalSeconds;

        model.eval();
        var sources = Encode(task.Test).Select(example => example.Source).ToArray();
        var found = GreedySearch.Decode(model, sources, new SearchOptions { MaximumLength = 60 })
            .Select(search => string.Join(' ', vocabulary.Decode(search.Best.Ids))).ToArray();
        string[] references = [.. task.Test.Select(pair => pair.Target)];
        var metric = new Bleu { Tokenisation = BleuTokenisation.None };
        var interval = Bootstrap.Interval(metric, found, references);
        result["to_beat"] = 95.19;
        result["score"] = ResultLine.Round(interval.Value);
        result["low"] = ResultLine.Round(interval.Low);
        result["high"] = ResultLine.Round(interval.High);
        result["signature"] = metric.Signature();
        result["exact"] = ResultLine.Round(100.0 * found.Zip(references).Count(pair => pair.First == pair.Second) / found.Length);
        result["epochs"] = history.Epochs.Count;
        result["most_epochs"] = Epochs;
        result["seconds"] = ResultLine.Round(seconds);
        result["processor_seconds"] = ResultLine.Round(ResultLine.ProcessorSeconds() - processor);
        result["reached"] = interval.Value >= 95.19;
        return result;
    }
}
