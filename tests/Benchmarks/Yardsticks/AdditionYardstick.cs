using System.Diagnostics;
using System.Text.Json.Nodes;
using Seq2Seq.Decoding;
using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Benchmarks.Yardsticks;

/// <summary>Keras's addition example: "535+61" to "596", character by character, on questions never seen.</summary>
/// <remarks>
/// Theirs: an LSTM of 128 reads the question from back to front, another writes the answer; one in ten questions is held out; batches of
/// 32, Adam 0.001, no clipping; 99 % of the answer's characters right. Ours is the same pair of LSTMs, fed back its own characters, with
/// the same settings and the same start: Keras draws an LSTM's weights otherwise than PyTorch, and from PyTorch's start one seed in four
/// stays below 99 % for 55 epochs. The score is the share of characters right in their place (the end is one, padding none), free-running,
/// on the held-out questions; when 99 % of the whole answers are right is told beside it, and the run goes on until then.
/// </remarks>
internal static class AdditionYardstick
{
    private const int BatchSize = 32;
    private const double ToBeat = 99;

    public static JsonObject Run(string name, int digits, int questions, int epochs, long seed)
    {
        var split = ToyTasks.Split(ToyTasks.Addition(questions, digits), validation: 0, test: questions / 10);
        var vocabulary = Vocabulary.FromList("0123456789+".Select(c => c.ToString()));
        Example[] Encode(IEnumerable<TaskPair> pairs) =>
        [
            .. pairs.Select((pair, i) => new Example(
                vocabulary.Encode(pair.Source.Reverse().Select(c => c.ToString()), end: true),
                vocabulary.Encode(pair.Target.Select(c => c.ToString())), i)),
        ];
        torch.manual_seed(seed);
        var model = new Seq2SeqModel(
            new RecurrentEncoder(vocabulary.Count, 16, 128, CellKind.Lstm, bidirectional: false),
            new PlainDecoder(new DecoderOptions(vocabulary.Count, 16, 128) { Kind = CellKind.Lstm }), new PassBridge(hasMemory: true));
        StartAsKeras(model);
        var (train, test) = (Encode(split.Train), Encode(split.Test));
        var result = ResultLine.Begin(name, seed, model);
        var (clock, processor) = (Stopwatch.StartNew(), ResultLine.ProcessorSeconds());
        var (exact, characters) = (0.0, 0.0);
        var (reachedAt, exactAt) = (0, 0);
        new Trainer(model, new TrainerOptions
        {
            Epochs = epochs,
            Batching = new RandomBatching(BatchSize),
            LearningRate = LearningRate.Constant(1e-3),
            ClipNorm = null,
            Seed = seed,
            KeepBest = false,
            OnEpoch = progress =>
            {
                (exact, characters) = Score(progress.Model, test);
                Console.Error.WriteLine(
                    $"{name}, seed {seed}: epoch {progress.History.Epochs.Count}, {exact:0.00} % whole, {characters:0.00} % characters, {clock.Elapsed}");
                var epoch = progress.History.Epochs.Count;
                if (characters >= ToBeat && reachedAt == 0) reachedAt = epoch;
                if (exact < ToBeat) return;
                exactAt = epoch;
                progress.Stop();
            },
        }).Fit(train);
        result["to_beat"] = ToBeat;
        result["score"] = ResultLine.Round(characters);
        result["exact"] = ResultLine.Round(exact);
        result["held_out"] = test.Length;
        result["epochs"] = reachedAt > 0 ? reachedAt : null;
        result["exact_epochs"] = exactAt > 0 ? exactAt : null;
        result["most_epochs"] = epochs;
        result["seconds"] = ResultLine.Round(clock.Elapsed.TotalSeconds);
        result["processor_seconds"] = ResultLine.Round(ResultLine.ProcessorSeconds() - processor);
        result["reached"] = reachedAt > 0;
        return result;
    }

    // The defaults of Keras's LSTM and Dense: input weights after Glorot and Bengio 2010, orthogonal weights of the state (Saxe et al. 2014), biases
    // zero but the forget gate's, which is 1 (Jozefowicz et al. 2015). Rows of a matrix are the gates i, f, g, o.
    private static void StartAsKeras(Seq2SeqModel model)
    {
        using var noGradient = torch.no_grad();
        foreach (var (name, weight) in model.named_parameters())
        {
            if (name.Contains("weight_hh", StringComparison.Ordinal)) torch.nn.init.orthogonal_(weight);
            else if (name.Contains("weight_ih", StringComparison.Ordinal)) torch.nn.init.xavier_uniform_(weight);
            else if (name.EndsWith("project.weight", StringComparison.Ordinal)) torch.nn.init.xavier_uniform_(weight);
            else if (name.Contains("bias", StringComparison.Ordinal)) weight.zero_();
            if (name.Contains("bias_ih", StringComparison.Ordinal)) weight.narrow(0, weight.size(0) / 4, weight.size(0) / 4).fill_(1);
        }
    }

    // Per cent of whole answers, and of characters with the end as one, right in their place.
    private static (double Exact, double Characters) Score(Seq2SeqModel model, Example[] test)
    {
        model.eval();
        var (whole, right, all) = (0, 0, 0);
        foreach (var chunk in test.Chunk(500))
        {
            var found = GreedySearch.Decode(model, [.. chunk.Select(example => example.Source)], new SearchOptions { MaximumLength = 8 });
            for (var i = 0; i < chunk.Length; i++)
            {
                long[] wanted = [.. chunk[i].Target, Vocabulary.EndId];
                long[] given = [.. found[i].Best.Ids, Vocabulary.EndId];
                if (wanted.SequenceEqual(given)) whole++;
                right += wanted.Zip(given).Count(pair => pair.First == pair.Second);
                all += wanted.Length;
            }
        }

        model.train();
        return (100.0 * whole / test.Length, 100.0 * right / all);
    }
}
