using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>Draws each token from the model's distribution, flattened, sharpened or cut as told.</summary>
/// <remarks>
/// The exponentials are taken by <see cref="Math"/> on the host: a seed gives the same output wherever that rounds alike. Each sentence
/// has its own random numbers, so it does not matter what else is in the batch.
/// </remarks>
public static class Sampling
{
    /// <summary>One drawn output for each source.</summary>
    public static IReadOnlyList<SearchResult> Decode(
        IStepwise model, IReadOnlyList<long[]> sources, SamplingOptions? options = null)
    {
        var asked = options ?? new SamplingOptions();
        if (asked.Temperature <= 0 || asked.TopP is <= 0 or > 1 || asked.TopK < 0)
        {
            throw new ArgumentException(
                $"Sampling: got temperature {asked.Temperature}, top-k {asked.TopK}, top-p {asked.TopP}; expected a temperature above 0 "
                + "(greedy search is its limit), k >= 0 and 0 < p <= 1.", nameof(options));
        }

        var root = new SeededRandom(asked.Seed);
        var random = sources.Select(_ => root.Fork()).ToArray();
        return StepwiseDecoder.Decode(model, sources, asked, (scores, i) => Draw(scores, asked, random[i]));
    }

    /// <summary>The probabilities sampling draws from: temperature first, then the k best, then the best that have p together.</summary>
    public static double[] Distribution(ReadOnlySpan<float> logProbabilities, SamplingOptions options)
    {
        var best = float.NegativeInfinity;
        foreach (var score in logProbabilities) best = Math.Max(best, score);
        var probabilities = new double[logProbabilities.Length];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Math.Exp((logProbabilities[i] - best) / options.Temperature);
        }

        Normalise(probabilities);
        if (options.TopK == 0 && options.TopP >= 1) return probabilities;
        var order = Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).ThenBy(i => i).ToArray();
        var mass = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var isBeyondK = options.TopK > 0 && rank >= options.TopK;
            // The token that carries the sum over p is still kept.
            var isBeyondP = mass >= options.TopP;
            mass += probabilities[order[rank]];
            if (isBeyondK || isBeyondP) probabilities[order[rank]] = 0;
        }

        Normalise(probabilities);
        return probabilities;
    }

    private static int Draw(ReadOnlySpan<float> scores, SamplingOptions options, SeededRandom random)
    {
        var probabilities = Distribution(scores, options);
        var left = random.NextDouble();
        var last = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] == 0) continue;
            last = i;
            left -= probabilities[i];
            if (left < 0) break;
        }

        return last;
    }

    private static void Normalise(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
    }
}
