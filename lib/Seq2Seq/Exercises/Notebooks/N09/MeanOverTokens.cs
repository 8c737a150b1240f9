using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N09;

internal sealed class MeanOverTokens : Exercise<Func<Tensor, Tensor, Tensor>>
{
    public MeanOverTokens() : base(
        "09.3",
        "One mean over all real tokens",
        "Set the loss of padding to zero, add everything up, and divide by the number of real tokens.",
        "mask.to_type(losses.dtype) is 1 where a token is real: (losses * real).sum() / real.sum().")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((losses, mask) =>
        {
            var real = mask.to_type(losses.dtype);
            return (losses * real).sum() / real.sum();
        });
        Mistake(
            "The padding is in the mean: multiply with the mask before you add up.",
            (losses, _) => losses.mean());
        Mistake(
            "The sum is right, but you divide it by all cells, padding included: the loss shrinks when a batch has more padding.",
            (losses, mask) => (losses * mask.to_type(losses.dtype)).mean());
        Mistake(
            "That is the mean of the sentences' means: a token of a short sentence counts more than one of a long sentence. Asked is one mean over all tokens.",
            (losses, mask) => ((losses * mask.to_type(losses.dtype)).sum(dim: 1) / mask.to_type(losses.dtype).sum(dim: 1)).mean());
        Mistake(
            "You divided by the number of sentences: long sentences make the number large.",
            (losses, mask) => (losses * mask.to_type(losses.dtype)).sum() / losses.size(0));
        Mistake(
            "That is the sum. Divide it by the number of real tokens.",
            (losses, mask) => (losses * mask.to_type(losses.dtype)).sum());
        Case(mean => mean(AdditiveScores.Numbers(3, 2, 3), tensor(new[,] { { true, true, true }, { true, false, false } })));
        Case(mean => mean(AdditiveScores.Numbers(8, 3, 2), tensor(new[,] { { true, false }, { true, true }, { true, true } })));
    }
}
