namespace Seq2Seq.Exercises.Notebooks.N05;

internal sealed class StepBack : Exercise<Func<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)>>
{
    public StepBack() : base(
        "05.2",
        "One step backwards",
        "First through the tanh: what arrives is multiplied by its slope, which you get from the output h alone. Then through the product.",
        "da = dh ∘ (1 − h²). The gradient of before is da · U, the gradient of U is daᵀ · before.")
    {
        Stub((_, _, _, _) => throw new NotImplementedException());
        Solution((h, before, U, dh) =>
        {
            var da = dh * (1 - h.square());
            return (da.matmul(U), da.t().matmul(before));
        });
        Mistake(
            "You skipped the tanh. Multiply what arrives by its slope, 1 − h², before it goes through U.",
            (h, before, U, dh) => (dh.matmul(U), dh.t().matmul(before)));
        Mistake(
            "You took the slope of tanh from the state before. It belongs to the output of this step: 1 − h².",
            (h, before, U, dh) => Through(dh * (1 - before.square()), before, U));
        Mistake(
            "Going forward the state is multiplied by the transpose of U, so going back it is multiplied by U itself.",
            (h, before, U, dh) => ((dh * (1 - h.square())).matmul(U.t()), (dh * (1 - h.square())).t().matmul(before)));
        Mistake(
            "Your gradient of U is transposed. Row i of U makes unit i, so row i of its gradient holds da of unit i.",
            (h, before, U, dh) => ((dh * (1 - h.square())).matmul(U), before.t().matmul(dh * (1 - h.square()))));
        Mistake(
            "The two results are swapped: return the gradient of the state first.",
            (h, before, U, dh) => ((dh * (1 - h.square())).t().matmul(before), (dh * (1 - h.square())).matmul(U)));
        Case(back => Run(back, NextState.Values(1, 2, 3), NextState.Values(2, 2, 3), NextState.Values(3, 3, 3), NextState.Values(4, 2, 3)));
        Case(back => Run(back, NextState.Values(5, 1, 2), NextState.Values(6, 1, 2), NextState.Values(7, 2, 2), NextState.Values(8, 1, 2)));
    }

    private static (Tensor, Tensor) Through(Tensor da, Tensor before, Tensor U) => (da.matmul(U), da.t().matmul(before));

    private static object Run(Func<Tensor, Tensor, Tensor, Tensor, (Tensor, Tensor)> back, Tensor h, Tensor before, Tensor U, Tensor dh)
    {
        var (toState, toU) = back(h, before, U, dh);
        return new[] { toState, toU };
    }
}
