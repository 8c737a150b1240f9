using System.Globalization;

namespace Seq2Seq.Metrics;

/// <summary>How many equally likely tokens a model hesitates between on average: exp of the mean negative
/// log-likelihood.</summary>
/// <remarks>PPL = exp(−1/N Σ ln p(yₜ | y₍₁…t−1₎, x)) over the N real tokens, <c>&lt;eos&gt;</c> among them. Compare
/// only over the same tokens.</remarks>
public static class Perplexity
{
    /// <summary>From a summed negative log-likelihood in nats.</summary>
    public static double Of(double negativeLogLikelihood, long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokens);
        if (double.IsNaN(negativeLogLikelihood) || negativeLogLikelihood < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(negativeLogLikelihood), string.Create(CultureInfo.InvariantCulture,
                $"Perplexity.Of: negative log-likelihood {negativeLogLikelihood}; expected a sum of −ln p, which is never below 0."));
        }

        return Math.Exp(negativeLogLikelihood / tokens);
    }

    /// <summary>From the log-probability (natural logarithm) of each token.</summary>
    public static double OfLogProbabilities(IEnumerable<double> logProbabilities)
    {
        var all = logProbabilities.ToArray();
        return Of(-all.Sum(), all.Length);
    }

    /// <summary>The same uncertainty in bits for a token: log₂ of the perplexity.</summary>
    public static double Bits(double perplexity) => Math.Log2(perplexity);
}
