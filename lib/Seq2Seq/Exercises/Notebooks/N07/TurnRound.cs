namespace Seq2Seq.Exercises.Notebooks.N07;

/// <summary>What a backward direction reads.</summary>
internal sealed class TurnRound : Exercise<Func<long[,], int[], long[,]>>
{
    public TurnRound() : base(
        "07.2",
        "What the backward direction reads",
        "Each row has its own length. Only its real part is turned round; padding stays behind it.",
        "Position t < length of row b comes from position length − 1 − t; every other position stays 0.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((ids, lengths) =>
        {
            var turned = new long[ids.GetLength(0), ids.GetLength(1)];
            for (var b = 0; b < lengths.Length; b++)
            {
                for (var t = 0; t < lengths[b]; t++) turned[b, t] = ids[b, lengths[b] - 1 - t];
            }

            return turned;
        });
        Mistake(
            "You turned round the padding too: a short sentence now begins with it, and the backward direction reads emptiness first.",
            (ids, _) => Each(ids, (row, _) => [.. row.Reverse()], []));
        Mistake(
            "One place too far: the first token of the result is the padding behind the sentence. The last real token is at length − 1.",
            (ids, lengths) => Each(ids, (row, length) => [.. row.Select((_, t) => t < length && length - t < row.Length ? row[length - t] : 0)], lengths));
        Mistake(
            "Nothing has changed: the rows are in their old order.",
            (ids, _) => Each(ids, (row, _) => row, []));
        Mistake(
            "You turned round the order of the sentences in the batch, not of the tokens in a sentence.",
            (ids, _) =>
            {
                var turned = new long[ids.GetLength(0), ids.GetLength(1)];
                for (var b = 0; b < turned.GetLength(0); b++)
                {
                    for (var t = 0; t < turned.GetLength(1); t++) turned[b, t] = ids[turned.GetLength(0) - 1 - b, t];
                }

                return turned;
            });
        Case(turn => turn(new long[,] { { 5, 6, 7, 8 }, { 9, 4, 0, 0 }, { 6, 0, 0, 0 } }, new[] { 4, 2, 1 }));
        Case(turn => turn(new long[,] { { 4, 5, 0 }, { 7, 8, 9 } }, new[] { 2, 3 }));
    }

    private static long[,] Each(long[,] ids, Func<long[], int, long[]> change, int[] lengths)
    {
        var changed = new long[ids.GetLength(0), ids.GetLength(1)];
        for (var b = 0; b < changed.GetLength(0); b++)
        {
            long[] row = [.. Enumerable.Range(0, changed.GetLength(1)).Select(t => ids[b, t])];
            var result = change(row, b < lengths.Length ? lengths[b] : row.Length);
            for (var t = 0; t < row.Length; t++) changed[b, t] = result[t];
        }

        return changed;
    }
}
