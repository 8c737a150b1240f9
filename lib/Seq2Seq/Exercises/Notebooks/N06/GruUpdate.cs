using Seq2Seq.Exercises.Notebooks.N05;

namespace Seq2Seq.Exercises.Notebooks.N06;

internal sealed class GruUpdate : Exercise<Func<Tensor, Tensor, Tensor, Tensor>>
{
    public GruUpdate() : base(
        "06.2",
        "Inside the GRU",
        "Both inputs fall into three blocks. The first two add up and go through a sigmoid; the third needs the reset gate.",
        "n = tanh(a_n + r ∘ s_n), with a from the input and s from the state; then h' = (1 − z) ∘ n + z ∘ h.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((fromInput, fromState, h) =>
        {
            var (a, s) = (fromInput.chunk(3, dim: 1), fromState.chunk(3, dim: 1));
            var (r, z) = ((a[0] + s[0]).sigmoid(), (a[1] + s[1]).sigmoid());
            var n = (a[2] + r * s[2]).tanh();
            return (1 - z) * n + z * h;
        });
        Mistake(
            "Your z has the opposite meaning: here z keeps the old state, as in PyTorch. (In Chung et al. 2014 it writes the new one.)",
            (fromInput, fromState, h) => Parts(fromInput, fromState) is var (_, z, n) ? z * n + (1 - z) * h : h);
        Mistake(
            "You swapped the two gates: the blocks lie in the order r, z, n.",
            (fromInput, fromState, h) => Parts(fromInput, fromState, 1, 0) is var (_, z, n) ? (1 - z) * n + z * h : h);
        Mistake(
            "The reset gate acts on the input as well in your candidate. It belongs to the part that comes from the state.",
            (fromInput, fromState, h) =>
            {
                var (r, z, _) = Parts(fromInput, fromState);
                return (1 - z) * (r * (fromInput.chunk(3, dim: 1)[2] + fromState.chunk(3, dim: 1)[2])).tanh() + z * h;
            });
        Mistake(
            "The reset gate is not used: the candidate always sees the whole past.",
            (fromInput, fromState, h) =>
            {
                var (_, z, _) = Parts(fromInput, fromState);
                return (1 - z) * (fromInput.chunk(3, dim: 1)[2] + fromState.chunk(3, dim: 1)[2]).tanh() + z * h;
            });
        Mistake(
            "The old state is missing: what the update gate keeps, z ∘ h, has to be added.",
            (fromInput, fromState, _) => Parts(fromInput, fromState) is var (_, z, n) ? (1 - z) * n : fromInput);
        Case(update => update(NextState.Values(1, 2, 9) * 3, NextState.Values(2, 2, 9) * 2, NextState.Values(3, 2, 3)));
        Case(update => update(NextState.Values(4, 1, 6) * 2, NextState.Values(6, 1, 6) * 3, NextState.Values(8, 1, 2)));
    }

    private static (Tensor Reset, Tensor Update, Tensor Candidate) Parts(
        Tensor fromInput, Tensor fromState, int reset = 0, int update = 1)
    {
        var (a, s) = (fromInput.chunk(3, dim: 1), fromState.chunk(3, dim: 1));
        var r = (a[reset] + s[reset]).sigmoid();
        return (r, (a[update] + s[update]).sigmoid(), (a[2] + r * s[2]).tanh());
    }
}
