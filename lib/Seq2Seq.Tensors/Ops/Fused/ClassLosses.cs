using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>Cross-entropy of logits, with weights, ignored targets and label smoothing.</summary>
internal static class ClassLosses
{
    public static Tensor OfClasses(
        Tensor input, Tensor target, Tensor? weight, long ignore, nn.Reduction reduction, double smoothing)
    {
        var rows = ClassRows.Of(input, target, weight, ignore, "cross_entropy");
        var losses = CrossEntropyOp.Run(rows.Rows, rows.Targets, weight?.detach(), ignore, smoothing, reduction);
        return reduction == nn.Reduction.None ? losses.reshape(rows.TargetShape) : losses;
    }

    public static Tensor OfProbabilities(
        Tensor input, Tensor target, Tensor? weight, nn.Reduction reduction, double smoothing)
    {
        if (!input.shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new TensorException(
                $"cross_entropy: a target of probabilities must have the shape of the input {Show.Of(input.shape)}, "
                + $"got {Show.Of(target.shape)}; class numbers are Int64.");
        }

        var logs = ClassRows.ByRow(input).log_softmax(1);
        var shares = ClassRows.ByRow(target);
        if (smoothing > 0)
            shares = (shares * (1 - smoothing)) + (smoothing / logs.size(1));
        var terms = logs * shares;
        var losses = -(weight is null ? terms : terms * weight).sum(dim: 1);
        return reduction switch
        {
            nn.Reduction.Sum => losses.sum(),
            nn.Reduction.Mean => losses.sum() / logs.size(0),
            _ => losses.reshape(input.dim() == 1 ? [] : [input.size(0), .. input.shape[2..]]),
        };
    }
}
