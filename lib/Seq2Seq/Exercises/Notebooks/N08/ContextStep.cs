using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N08;

/// <summary>One step of a decoder that sees the summary of the source at every step.</summary>
internal sealed class ContextStep : Exercise<Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>>
{
    public ContextStep() : base(
        "08.2",
        "A decoder step with the context",
        "The context goes in twice: beside the embedding into the new state, and beside the new state into the output.",
        "s = tanh(cat(y, c) W + state U); the logits are cat(s, y, c) V.")
    {
        Stub((_, _, _, _, _, _) => throw new NotImplementedException());
        Solution((y, c, state, W, U, V) =>
        {
            var s = (cat([y, c], dim: 1).matmul(W) + state.matmul(U)).tanh();
            return cat([s, y, c], dim: 1).matmul(V);
        });
        Mistake(
            "Your logits come from the old state: the token just read has no part in them. Use the new state.",
            (y, c, state, W, U, V) => cat([state, y, c], dim: 1).matmul(V));
        Mistake(
            "The context is missing from the recurrence: put it beside the embedding, in the order embedding, context.",
            (y, c, state, W, U, V) =>
                cat([(cat([y, zeros_like(c)], dim: 1).matmul(W) + state.matmul(U)).tanh(), y, c], dim: 1).matmul(V));
        Mistake(
            "The old state has no part in the new one: without state U the decoder forgets what it has written.",
            (y, c, state, W, U, V) => cat([cat([y, c], dim: 1).matmul(W).tanh(), y, c], dim: 1).matmul(V));
        Mistake(
            "There is no tanh around the new state.",
            (y, c, state, W, U, V) => cat([cat([y, c], dim: 1).matmul(W) + state.matmul(U), y, c], dim: 1).matmul(V));
        Mistake(
            "You applied a softmax. A decoder gives logits; the loss takes the softmax itself, and twice flattens everything.",
            (y, c, state, W, U, V) =>
                cat([(cat([y, c], dim: 1).matmul(W) + state.matmul(U)).tanh(), y, c], dim: 1).matmul(V).softmax(-1));
        Case(step => step(
            AdditiveScores.Numbers(3, 2, 2), AdditiveScores.Numbers(4, 2, 3), AdditiveScores.Numbers(5, 2, 4),
            AdditiveScores.Numbers(6, 5, 4), AdditiveScores.Numbers(7, 4, 4), AdditiveScores.Numbers(8, 9, 5)));
        Case(step => step(
            AdditiveScores.Numbers(9, 1, 1), AdditiveScores.Numbers(2, 1, 2), AdditiveScores.Numbers(1, 1, 2),
            AdditiveScores.Numbers(5, 3, 2), AdditiveScores.Numbers(3, 2, 2), AdditiveScores.Numbers(4, 5, 3)));
    }
}
