namespace Seq2Seq.Exercises.Notebooks.N08;

/// <summary>From a rectangle of written ids to outputs of different lengths.</summary>
internal sealed class CutAtEnd : Exercise<Func<long[,], long, long[][]>>
{
    public CutAtEnd() : base(
        "08.3",
        "Every output ends by itself",
        "Each row has its own end: the first end mark in it. What comes after it was written only because the rest of the batch was not done.",
        "For each row take ids while they are not the end mark; a row without one is taken whole.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((ids, end) =>
        {
            var outputs = new long[ids.GetLength(0)][];
            for (var b = 0; b < outputs.Length; b++)
                outputs[b] = Enumerable.Range(0, ids.GetLength(1)).Select(t => ids[b, t]).TakeWhile(id => id != end).ToArray();
            return outputs;
        });
        Mistake(
            "The end mark itself is in your outputs: it says that the sentence is over, it is not a part of it.",
            (ids, end) => Each(ids, row => Array.IndexOf(row, end) is var at and >= 0 ? row[..(at + 1)] : row));
        Mistake(
            "You dropped the end marks and kept what comes after the first one: the decoder goes on babbling there.",
            (ids, end) => Each(ids, row => [.. row.Where(id => id != end)]));
        Mistake(
            "A row without an end mark is lost. The decoder ran into the length limit there; what it wrote still counts.",
            (ids, end) => Each(ids, row => Array.IndexOf(row, end) is var at and >= 0 ? row[..at] : []));
        Mistake(
            "You cut at the last end mark, not at the first.",
            (ids, end) => Each(ids, row => Array.LastIndexOf(row, end) is var at and >= 0 ? row[..at] : row));
        Case(cut => cut(new long[,] { { 5, 6, 3, 7 }, { 3, 3, 8, 3 }, { 4, 5, 6, 7 } }, 3));
        Case(cut => cut(new long[,] { { 9, 2, 2 } }, 2));
    }

    private static long[][] Each(long[,] ids, Func<long[], long[]> change) =>
        [.. Enumerable.Range(0, ids.GetLength(0))
            .Select(b => change([.. Enumerable.Range(0, ids.GetLength(1)).Select(t => ids[b, t])]))];
}
