using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N09;

internal sealed class CrossEntropyGradient : Exercise<Func<Tensor, long[], Tensor>>
{
    public CrossEntropyGradient() : base(
        "09.2",
        "The gradient of cross-entropy",
        "For one row, the derivative with respect to the logits is the predicted distribution minus the target distribution.",
        "p = softmax(logits); subtract 1 at each row's target; divide by N, for the loss is the mean of the rows.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((logits, targets) =>
        {
            var gradient = logits.softmax(-1);
            for (var i = 0; i < targets.Length; i++) gradient[i, targets[i]] -= 1;
            return gradient / targets.Length;
        });
        Mistake(
            "Every number is N times too large: the loss is a mean over the rows, so each row's gradient is divided by N.",
            (logits, targets) => Minus(logits.softmax(-1), targets));
        Mistake(
            "The sign is turned round: prediction minus target. A step against the gradient must raise the target's logit.",
            (logits, targets) => -Minus(logits.softmax(-1), targets) / targets.Length);
        Mistake(
            "That is the softmax alone. The target must be subtracted from it, or every logit would be pushed down.",
            (logits, targets) => logits.softmax(-1) / targets.Length);
        Mistake(
            "You subtracted the target from the logits, not from their softmax.",
            (logits, targets) => Minus(logits.clone(), targets) / targets.Length);
        Case(gradient => gradient(AdditiveScores.Numbers(1, 3, 4), [0, 3, 1]));
        Case(gradient => gradient(AdditiveScores.Numbers(5, 2, 3), [2, 2]));
    }

    private static Tensor Minus(Tensor rows, long[] targets)
    {
        for (var i = 0; i < targets.Length; i++) rows[i, targets[i]] -= 1;
        return rows;
    }
}
