using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>What a batch's summed loss is divided by.</summary>
public enum LossNormalisation
{
    /// <summary>The real tokens: every token counts the same.</summary>
    Token,

    /// <summary>The sentences: long ones count more.</summary>
    Sentence,

    /// <summary>Nothing: large batches take large steps.</summary>
    Sum,

    /// <summary>Each sentence by its own length, then the sentences: every sentence counts the same.</summary>
    MeanOfSentences,
}

/// <summary>Cross-entropy over the real target tokens.</summary>
/// <remarks>
/// L = −Σ_t log p(y_t). Label smoothing (Szegedy et al. 2016, 7): the target distribution is (1 − ε)·onehot + ε/V. Class weights
/// multiply each token's term; they are for skewed classes.
/// </remarks>
public sealed record TokenLoss
{
    /// <summary>What the sum is divided by.</summary>
    public LossNormalisation Normalisation { get; init; }

    /// <summary>ε of label smoothing.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>One weight per class, (V), or null.</summary>
    public Tensor? ClassWeights { get; init; }

    /// <summary>The loss of logits (B, T, V) against ids (B, T); positions with <see cref="Vocabulary.PadId"/> do not count.</summary>
    public LossValue Compute(Tensor logits, Tensor targets)
    {
        var (batch, steps, classes) = (logits.size(0), logits.size(1), logits.size(2));
        var isReal = targets.ne(Vocabulary.PadId);
        var tokens = isReal.sum().item<long>();
        if (Normalisation is LossNormalisation.Token or LossNormalisation.Sum or LossNormalisation.Sentence)
        {
            var sum = nn.functional.cross_entropy(
                logits.reshape(batch * steps, classes), targets.reshape(batch * steps), ClassWeights,
                Vocabulary.PadId, nn.Reduction.Sum, LabelSmoothing);
            var divisor = Normalisation switch
            {
                LossNormalisation.Token => Math.Max(tokens, 1),
                LossNormalisation.Sentence => batch,
                _ => 1L,
            };
            return new LossValue(divisor == 1 ? sum : sum / (double)divisor, sum, tokens);
        }

        var perToken = nn.functional.cross_entropy(
            logits.reshape(batch * steps, classes), targets.reshape(batch * steps), ClassWeights,
            Vocabulary.PadId, nn.Reduction.None, LabelSmoothing).view(batch, steps);
        var lengths = isReal.sum(dim: 1).to_type(logits.dtype).clamp_min(1);
        return new LossValue((perToken.sum(dim: 1) / lengths).mean(), perToken.sum(), tokens);
    }

    /// <summary>−log p of each whole sequence, (B): what a beam search minimises.</summary>
    public static Tensor SequenceNegativeLogLikelihood(Tensor logits, Tensor targets)
    {
        var (batch, steps, classes) = (logits.size(0), logits.size(1), logits.size(2));
        return nn.functional.cross_entropy(
            logits.reshape(batch * steps, classes), targets.reshape(batch * steps), null,
            Vocabulary.PadId, nn.Reduction.None).view(batch, steps).sum(dim: 1);
    }

    /// <summary>e^(nats per token): among how many equally likely tokens the model is still undecided.</summary>
    public static double Perplexity(double lossSum, long tokens) => tokens == 0 ? double.NaN : Math.Exp(lossSum / tokens);
}

/// <summary>A loss to go back from, with the plain sum and the count of tokens behind it.</summary>
/// <param name="Loss">What is minimised, a scalar.</param>
/// <param name="Sum">The sum over the real tokens, a scalar.</param>
/// <param name="Tokens">How many those are.</param>
public sealed record LossValue(Tensor Loss, Tensor Sum, long Tokens);
