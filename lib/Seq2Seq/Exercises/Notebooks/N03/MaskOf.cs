namespace Seq2Seq.Exercises.Notebooks.N03;

internal sealed class MaskOf : Exercise<Func<int[], bool[,]>>
{
    public MaskOf() : base(
        "03.2",
        "A mask from lengths",
        "mask[b, t] says whether sentence b has a real token at place t.",
        "Places are counted from 0: a sentence of length 2 has real tokens at 0 and 1, so t < length.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(lengths =>
        {
            var mask = new bool[lengths.Length, lengths.Max()];
            for (var b = 0; b < lengths.Length; b++)
            {
                for (var t = 0; t < lengths[b]; t++) mask[b, t] = true;
            }

            return mask;
        });
        Mistake(
            "It is the other way round: true where a token is real, false where there is padding.",
            lengths => Fill(lengths, (t, length) => t >= length));
        Mistake(
            "One place too many is true: a sentence of length 2 has tokens at places 0 and 1, so t < length.",
            lengths => Fill(lengths, (t, length) => t <= length));
        Mistake(
            "The mask is true everywhere: it must depend on each sentence's length.",
            lengths => Fill(lengths, (_, _) => true));
        Case(mask => mask([3, 1]));
        Case(mask => mask([0, 2, 1]));
    }

    private static bool[,] Fill(int[] lengths, Func<int, int, bool> real)
    {
        var mask = new bool[lengths.Length, lengths.Max()];
        for (var b = 0; b < mask.GetLength(0); b++)
        {
            for (var t = 0; t < mask.GetLength(1); t++) mask[b, t] = real(t, lengths[b]);
        }

        return mask;
    }
}
