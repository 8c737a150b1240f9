namespace Seq2Seq.Exercises.Notebooks.N10;

internal sealed class MaskedWeights : Exercise<Func<Tensor, Tensor, Tensor>>
{
    public MaskedWeights() : base(
        "10.2",
        "Weights with a mask",
        "Padding must not take part in the softmax at all. What can you do to its score beforehand?",
        "masked_fill writes a value where the mask is true; your mask is true where a token is real, so turn it round with logical_not.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((scores, mask) => scores.masked_fill(mask.logical_not(), -1e9).softmax(-1));
        Mistake(
            "The mask is the wrong way round: it is true where a token is real, and masked_fill writes where the mask is true.",
            (scores, mask) => scores.masked_fill(mask, -1e9).softmax(-1));
        Mistake(
            "You set weights to zero after the softmax. The rest then sums to less than 1, and the context shrinks with every padding.",
            (scores, mask) => scores.softmax(-1).masked_fill(mask.logical_not(), 0));
        Mistake(
            "You set the scores of padding to 0. But e⁰ is 1: padding still gets a share. Make the score very negative.",
            (scores, mask) => scores.masked_fill(mask.logical_not(), 0).softmax(-1));
        Mistake("The mask is not used: padding gets its share.", (scores, _) => scores.softmax(-1));
        Case(weights => weights(AdditiveScores.Numbers(3, 2, 4), tensor(new[] { true, true, false, false, true, true, true, false }).reshape(2, 4)));
        Case(weights => weights(AdditiveScores.Numbers(5, 1, 3), tensor(new[] { true, false, false }).reshape(1, 3)));
    }
}
