using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N08;

/// <summary>A bridge from the raw states of both directions.</summary>
internal sealed class CrossBoth : Exercise<Func<Tensor, Tensor, Tensor, Tensor>>
{
    public CrossBoth() : base(
        "08.1",
        "A bridge from both directions",
        "Dimension 0 is the direction, dimension 1 the sentence. Take the two directions out by select, then join them along the features.",
        "cat of last.select(0, 0) and last.select(0, 1) along dimension 1 is (B, 2H); multiply by W, add b, tanh.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((last, W, b) =>
            (cat([last.select(0, 0), last.select(0, 1)], dim: 1).matmul(W) + b).tanh());
        Mistake(
            "You reshaped (2, B, H) straight to (B, 2H). That mixes sentences: half of each row belongs to a neighbour. Join the directions, do not re-cut the memory.",
            (last, W, b) => (last.reshape(last.size(1), -1).matmul(W) + b).tanh());
        Mistake(
            "Only the forward direction crosses your bridge: its state is there twice.",
            (last, W, b) => (cat([last.select(0, 0), last.select(0, 0)], dim: 1).matmul(W) + b).tanh());
        Mistake(
            "The two directions are joined in the wrong order: forward is row 0 and comes first.",
            (last, W, b) => (cat([last.select(0, 1), last.select(0, 0)], dim: 1).matmul(W) + b).tanh());
        Mistake(
            "There is no tanh. A decoder's states lie between −1 and 1; a first state far outside of that saturates its gates.",
            (last, W, b) => cat([last.select(0, 0), last.select(0, 1)], dim: 1).matmul(W) + b);
        Case(cross => cross(AdditiveScores.Numbers(3, 2, 3, 2), AdditiveScores.Numbers(5, 4, 3), AdditiveScores.Numbers(7, 3)));
        Case(cross => cross(AdditiveScores.Numbers(6, 2, 2, 3), AdditiveScores.Numbers(2, 6, 2), AdditiveScores.Numbers(9, 2)));
    }
}
