using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N07;

/// <summary>A recurrence that stands still on padding.</summary>
internal sealed class MaskedReading : Exercise<Func<Func<Tensor, Tensor, Tensor>, Tensor, Tensor, Tensor, Tensor>>
{
    // A step like that of a cell: its result depends on the input, on the state and on a bias that acts on zeros too.
    internal static readonly Func<Tensor, Tensor, Tensor> Cell = (x, h) => (x + h * 0.5 + 0.3).tanh();

    public MaskedReading() : base(
        "07.1",
        "An encoder that stands still on padding",
        "Take the step for every row, then decide row by row whether the new state counts or the old one stays.",
        "mask.select(1, t).unsqueeze(1) has shape (B, 1); where(mask, new, old) picks for each row.")
    {
        Stub((_, _, _, _) => throw new NotImplementedException());
        Solution((step, x, mask, h) =>
        {
            for (var t = 0; t < x.size(1); t++)
                h = where(mask.select(1, t).unsqueeze(1), step(x.select(1, t), h), h);
            return h;
        });
        Mistake(
            "Your state goes on changing on padding: a bias and the old state move it even where the input is zero. Keep the old state where the mask is false.",
            (step, x, _, h) =>
            {
                for (var t = 0; t < x.size(1); t++) h = step(x.select(1, t), h);
                return h;
            });
        Mistake(
            "Your state is zero after padding. Multiplying by the mask wipes out what was read; the old state has to stay.",
            (step, x, mask, h) =>
            {
                for (var t = 0; t < x.size(1); t++)
                    h = step(x.select(1, t), h) * mask.select(1, t).unsqueeze(1).to_type(ScalarType.Float32);
                return h;
            });
        Mistake(
            "You multiplied the input by the mask. The input of padding may be zero already: it is the step that must not count.",
            (step, x, mask, h) =>
            {
                for (var t = 0; t < x.size(1); t++)
                    h = step(x.select(1, t) * mask.select(1, t).unsqueeze(1).to_type(ScalarType.Float32), h);
                return h;
            });
        Mistake(
            "The mask is the wrong way round: it is true where a token is real, and you keep the old state there.",
            (step, x, mask, h) =>
            {
                for (var t = 0; t < x.size(1); t++)
                    h = where(mask.select(1, t).unsqueeze(1), h, step(x.select(1, t), h));
                return h;
            });
        Case(read => read(Cell, AdditiveScores.Numbers(3, 2, 4, 3), Mask(), zeros(2, 3)));
        Case(read => read(Cell, AdditiveScores.Numbers(7, 2, 4, 2), Mask(), AdditiveScores.Numbers(5, 2, 2)));
    }

    // Two rows: four real tokens, and two with two paddings.
    private static Tensor Mask() =>
        tensor(new[] { true, true, true, true, true, true, false, false }).reshape(2, 4);
}
