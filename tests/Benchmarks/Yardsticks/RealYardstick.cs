using System.Diagnostics;
using System.Text.Json.Nodes;
using Seq2Seq.Decoding;
using Seq2Seq.Metrics;
using Seq2Seq.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Benchmarks.Yardsticks;

/// <summary>
/// A bidirectional GRU with additive attention on real pairs, once with this library and once in PyTorch: equal parameters, the same
/// batches in the same order, the same updates, greedy decoding by both, all outputs scored by one BLEU.
/// </summary>
internal sealed class RealYardstick
{
    private const double Rate = 1e-3;
    private const double Clip = 1;
    private const int Longest = 60;
    private static readonly Batching s_batching = new BucketBatching(64);

    private static readonly ModelConfig s_config = new()
    {
        Kind = ModelKind.GruAttention,
        Embedding = 96,
        Hidden = 128,
        Dropout = 0.2,
    };

    private readonly long _seed;
    private readonly CorpusSplit _split;
    private readonly Translator _translator;
    private readonly Example[] _train;

    /// <summary>Reads <c>english TAB chinese</c> and translates from Chinese; the split is the same for every seed.</summary>
    public RealYardstick(string path, long seed)
    {
        _seed = seed;
        _split = ParallelCorpus.Load(path).Swapped().Split(validation: 0.05, test: 0.05, seed: 1);
        torch.manual_seed(seed);
        _translator = Translator.For(_split.Train, s_config, minimumCount: 2);
        _train = _translator.Encode(_split.Train);
    }

    /// <summary>Trains both, scores both.</summary>
    public JsonObject Train(int epochs)
    {
        var model = _translator.Model;
        var result = ResultLine.Begin("real", _seed, model);
        var clock = Stopwatch.StartNew();
        var marks = new List<double>();
        var history = new Trainer(model, new TrainerOptions
        {
            Epochs = epochs,
            Batching = s_batching,
            LearningRate = LearningRate.Constant(Rate),
            ClipNorm = Clip,
            KeepBest = false,
            Seed = _seed,
            OnEpoch = progress =>
            {
                marks.Add(clock.Elapsed.TotalSeconds);
                Console.Error.WriteLine($"real, seed {_seed}: {progress.History.Epochs[^1]}, {clock.Elapsed}");
            },
        }).Fit(_train, _translator.Encode(_split.Validation));
        string[] references = [.. _split.Test.Targets];
        string[] ours =
        [
            .. _translator.Translate([.. _split.Test.Sources], new BeamOptions { Width = 1, MaximumLength = Longest })
                .Select(translation => translation.Text),
        ];

        var peer = Exchange()
            .With("validation", _translator.Encode(_split.Validation))
            .With("test", _translator.Encode(_split.Test))
            .With("longest", Longest)
            .With("epochs", new JsonArray([.. Enumerable.Range(1, epochs).Select(epoch => RealExchange.Rows(BatchesOf(epoch)))]))
            .Run("t1-avx512-malloc");
        RequireSame("parameters", model.ParameterCount, peer);
        RequireSame("updates", history.Steps.Count, peer);
        string[] theirs = [.. peer["found"]!.AsArray().Select(row => TextOf(row!.AsArray()))];

        var metric = new Bleu();
        var comparison = Bootstrap.Compare(metric, theirs, ours, references);
        result["pairs"] = new JsonArray(_split.Train.Count, _split.Validation.Count, _split.Test.Count);
        result["vocabularies"] = new JsonArray(_translator.SourceVocabulary.Count, _translator.TargetVocabulary.Count);
        result["epochs"] = epochs;
        result["updates"] = history.Steps.Count;
        result["ours"] = Scored(Bootstrap.Interval(metric, ours, references), history.Epochs.Min(epoch => epoch.ValidationLoss));
        result["peer"] = Scored(
            Bootstrap.Interval(metric, theirs, references), peer["validation_loss"]!.AsArray().Min(loss => loss!.GetValue<double>()));
        result["signature"] = metric.Signature();
        result["difference"] = ResultLine.Round(comparison.Difference.Value);
        result["low"] = ResultLine.Round(comparison.Difference.Low);
        result["high"] = ResultLine.Round(comparison.Difference.High);
        result["p"] = ResultLine.Round(comparison.PValue, 3);
        result["torch"] = peer["torch"]!.DeepClone();
        result["busy_epoch_seconds"] = ResultLine.Round(marks.Zip(marks.Prepend(0), (end, begin) => end - begin).Min());
        result["peer_busy_epoch_seconds"] = peer["epoch_seconds"]!.AsArray().Min(seconds => seconds!.GetValue<double>());
        result["reached"] = comparison.Difference.High >= 0;
        return result;
    }

    /// <summary>Seconds of an epoch, ours and the peer's in each of its settings, taking turns; the best of all rounds counts.</summary>
    public JsonObject Time(int rounds, int count, string? blasRoot)
    {
        List<string> settings = ["t1-avx512-malloc", "b2-avx512-malloc", "t2-avx512", "stock"];
        if (blasRoot is not null) settings.Add("t2-avx512-omp-malloc");
        var result = ResultLine.Begin("time", _seed, _translator.Model);
        var batches = BatchesOf(1);
        // Evenly over the epoch, so that all lengths are there.
        var timed = Enumerable.Range(0, count).Select(i => batches[i * batches.Count / count]).ToArray();
        var (ours, peer) = (double.PositiveInfinity, settings.ToDictionary(name => name, _ => double.PositiveInfinity));
        for (var round = 0; round < rounds; round++)
        {
            ours = Math.Min(ours, TimeOurs(timed));
            foreach (var setting in settings)
            {
                var line = Exchange().With("timed", RealExchange.Rows(timed)).With("repetitions", 3).Run(setting, blasRoot);
                RequireSame("parameters", _translator.Model.ParameterCount, line);
                peer[setting] = Math.Min(peer[setting], line["batch_seconds"]!.AsArray().Sum(seconds => seconds!.GetValue<double>()));
                Console.Error.WriteLine($"time: ours {ours:0.000} s, {setting} {peer[setting]:0.000} s for {count} batches");
            }
        }

        var best = peer.MinBy(entry => entry.Value);
        var scale = (double)batches.Count / count;
        result["batches"] = batches.Count;
        result["timed_batches"] = count;
        result["rounds"] = rounds;
        result["epoch_seconds"] = ResultLine.Round(ours * scale);
        result["peer_epoch_seconds"] = ResultLine.Round(best.Value * scale);
        result["peer_setting"] = best.Key;
        result["ratio"] = ResultLine.Round(best.Value / ours);
        return result;
    }

    // The sum over the batches of each one's quickest update; the first pass warms up.
    private double TimeOurs(Batch[] timed)
    {
        var model = _translator.Model;
        model.train();
        var optimizer = Optimizers.Adam()(model.parameters());
        var best = Enumerable.Repeat(double.PositiveInfinity, timed.Length).ToArray();
        for (var repetition = 0; repetition < 3; repetition++)
        {
            for (var i = 0; i < timed.Length; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                Update(model, optimizer, timed[i]);
                if (repetition > 0) best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(begin).TotalSeconds);
            }
        }

        return best.Sum();
    }

    private static void Update(Seq2SeqModel model, optim.Optimizer optimizer, Batch batch)
    {
        using var scope = NewDisposeScope();
        var data = BatchTensors.From(batch);
        optimizer.zero_grad();
        new TokenLoss().Compute(model.call(data.Source, data.SourceLengths, data.TargetInput), data.TargetOutput).Loss.backward();
        nn.utils.clip_grad_norm_(model.parameters(), Clip);
        optimizer.step();
    }

    // What the trainer will take in that epoch.
    private IReadOnlyList<Batch> BatchesOf(int epoch) => s_batching.Batches(_train, Trainer.OrderOf(_seed, epoch));

    private RealExchange Exchange() =>
        new RealExchange(s_config, _translator.SourceVocabulary.Count, _translator.TargetVocabulary.Count, _seed)
            .With("train", _train).With("rate", Rate).With("clip", Clip);

    private string TextOf(JsonArray ids) =>
        _translator.TargetTokeniser.Join(_translator.TargetVocabulary.Decode(ids.Select(id => id!.GetValue<long>())));

    private static JsonObject Scored(Interval bleu, double loss) => new()
    {
        ["bleu"] = ResultLine.Round(bleu.Value),
        ["low"] = ResultLine.Round(bleu.Low),
        ["high"] = ResultLine.Round(bleu.High),
        ["validation_loss"] = ResultLine.Round(loss, 4),
    };

    private static void RequireSame(string what, long ours, JsonObject peer)
    {
        var theirs = peer[what]!.GetValue<long>();
        if (ours != theirs) throw new InvalidOperationException($"yardstick: {ours} {what} here, {theirs} in the peer; they must be equal.");
    }
}
