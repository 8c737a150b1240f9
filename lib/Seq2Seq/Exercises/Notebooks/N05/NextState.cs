namespace Seq2Seq.Exercises.Notebooks.N05;

internal sealed class NextState : Exercise<Func<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>>
{
    public NextState() : base(
        "05.1",
        "One step of a recurrent net",
        "Two products, a bias, one tanh. The batch lies in the rows, so each matrix stands on the right.",
        "x is (B, I) and W is (H, I): x.matmul(W.t()) has shape (B, H). The same for h and U.")
    {
        Stub((_, _, _, _, _) => throw new NotImplementedException());
        Solution((x, h, W, U, b) => (x.matmul(W.t()) + h.matmul(U.t()) + b).tanh());
        Mistake(
            "You multiplied the state by U where its transpose is needed. U is square, so no shape complains: row i of U makes new unit i.",
            (x, h, W, U, b) => (x.matmul(W.t()) + h.matmul(U) + b).tanh());
        Mistake(
            "There is no tanh in your step. Without it the net is one long linear map, and a state can grow without limit.",
            (x, h, W, U, b) => x.matmul(W.t()) + h.matmul(U.t()) + b);
        Mistake(
            "The state is not used: a net without U forgets everything at every step.",
            (x, _, W, _, b) => (x.matmul(W.t()) + b).tanh());
        Mistake(
            "You squash the input alone and add the state behind the tanh. It belongs inside: tanh(Wx + Uh + b).",
            (x, h, W, U, b) => (x.matmul(W.t()) + b).tanh() + h.matmul(U.t()));
        Case(step => step(Values(1, 2, 3), Values(2, 2, 4), Values(3, 4, 3), Values(4, 4, 4), Values(5, 4)));
        Case(step => step(Values(6, 1, 2), Values(7, 1, 3), Values(8, 3, 2), Values(9, 3, 3), Values(10, 3)));
    }

    // Values between −1 and 1 that differ from place to place, the same on every machine.
    internal static Tensor Values(int seed, params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = ((seed * 41 + i * 59) % 89 - 44) / 45f;
        return tensor(values).reshape(shape);
    }
}
