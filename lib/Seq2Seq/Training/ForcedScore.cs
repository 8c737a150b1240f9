using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>Loss and token accuracy with the true past: what validation measures.</summary>
/// <param name="Loss">Nats per target token.</param>
/// <param name="TokenAccuracy">Share of tokens whose most probable prediction is right.</param>
/// <param name="Tokens">Real target tokens.</param>
public sealed record ForcedScore(double Loss, double TokenAccuracy, long Tokens)
{
    /// <summary>e^loss.</summary>
    public double Perplexity => Math.Exp(Loss);

    /// <summary>Scores a model on examples; nothing is learned and dropout is off.</summary>
    public static ForcedScore Of(Seq2SeqModel model, IReadOnlyList<Example> examples, int batchSize = 64)
    {
        var wasTraining = model.training;
        model.eval();
        using var noGradient = no_grad();
        var loss = new TokenLoss();
        var (sum, right, tokens) = (0.0, 0L, 0L);
        foreach (var batch in Batching.InOrder(examples, batchSize))
        {
            using var scope = NewDisposeScope();
            var data = BatchTensors.From(batch);
            var logits = model.call(data.Source, data.SourceLengths, data.TargetInput);
            var value = loss.Compute(logits, data.TargetOutput);
            var isReal = data.TargetOutput.ne(Vocabulary.PadId);
            sum += value.Sum.ToDouble();
            right += logits.argmax(-1).eq(data.TargetOutput).logical_and(isReal).sum().item<long>();
            tokens += value.Tokens;
        }

        if (wasTraining) model.train();
        return new ForcedScore(sum / tokens, (double)right / tokens, tokens);
    }
}
