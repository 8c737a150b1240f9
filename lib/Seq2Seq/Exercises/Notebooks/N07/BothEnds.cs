using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N07;

/// <summary>The two states of a bidirectional encoder that have read everything.</summary>
internal sealed class BothEnds : Exercise<Func<Tensor, Tensor, int[], Tensor>>
{
    public BothEnds() : base(
        "07.3",
        "One vector from both directions",
        "Each direction has read the whole sentence at one place only, and the two places differ: look where each of them ends.",
        "Forward: position length − 1 of each row. Backward: position 0. Join them with cat along the features.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((forward, backward, lengths) =>
        {
            var ends = stack(lengths.Select((length, b) => forward[b, length - 1]).ToArray());
            return cat([ends, backward.select(1, 0)], dim: 1);
        });
        Mistake(
            "You took the last column of both. There the backward direction has read one token, or nothing but padding.",
            (forward, backward, _) => cat([forward.select(1, -1), backward.select(1, -1)], dim: 1));
        Mistake(
            "You took both directions at the last real token. There the backward direction has read only that one token.",
            (forward, backward, lengths) => cat(
                [
                    stack(lengths.Select((length, b) => forward[b, length - 1]).ToArray()),
                    stack(lengths.Select((length, b) => backward[b, length - 1]).ToArray()),
                ], dim: 1));
        Mistake(
            "The backward half is right. The forward half comes from the last column, which is padding for the shorter sentences.",
            (forward, backward, _) => cat([forward.select(1, -1), backward.select(1, 0)], dim: 1));
        Mistake(
            "You took both directions at position 0. There the forward direction has read one token.",
            (forward, backward, _) => cat([forward.select(1, 0), backward.select(1, 0)], dim: 1));
        Mistake(
            "Both halves are right but the other way round: forward first, then backward.",
            (forward, backward, lengths) => cat(
                [backward.select(1, 0), stack(lengths.Select((length, b) => forward[b, length - 1]).ToArray())], dim: 1));
        Case(join => join(AdditiveScores.Numbers(3, 2, 4, 3), AdditiveScores.Numbers(8, 2, 4, 3), new[] { 4, 2 }));
        Case(join => join(AdditiveScores.Numbers(5, 3, 3, 2), AdditiveScores.Numbers(9, 3, 3, 2), new[] { 1, 3, 2 }));
    }
}
