namespace Seq2Seq.Exercises.Notebooks.N04;

internal sealed class LoadVectors : Exercise<Func<string[], double[][], string[], double[][], double[][]>>
{
    public LoadVectors() : base(
        "04.5",
        "Load vectors by token",
        "The two vocabularies number their words differently. Only the words themselves are the same in both.",
        "For each of our tokens: look for it among theirs. Found, take that row; not found, keep our own row.")
    {
        Stub((_, _, _, _) => throw new NotImplementedException());
        Solution((theirTokens, theirRows, ourTokens, ourRows) => ourTokens
            .Select((token, i) => Array.IndexOf(theirTokens, token) is >= 0 and var at ? theirRows[at] : ourRows[i])
            .ToArray());
        Mistake(
            "Row i of theirs went to row i of ours. That is the bug of section 8: every word gets the meaning of another, and nothing crashes.",
            (_, theirRows, ourTokens, ourRows) => [.. ourTokens.Select((_, i) => i < theirRows.Length ? theirRows[i] : ourRows[i])]);
        Mistake(
            "Words they do not know became zero. A zero vector gets no meaning from a product; keep the random row.",
            (theirTokens, theirRows, ourTokens, ourRows) =>
                [.. ourTokens.Select((token, i) => Array.IndexOf(theirTokens, token) is >= 0 and var at ? theirRows[at] : new double[ourRows[i].Length])]);
        Mistake(
            "You left the words out that they do not know, and every row behind moved up. The table needs one row for each of our tokens.",
            (theirTokens, theirRows, ourTokens, _) =>
                [.. ourTokens.Where(theirTokens.Contains).Select(token => theirRows[Array.IndexOf(theirTokens, token)])]);
        Case(load => load(["the", "cat", "dog"], [[1, 1], [2, 2], [3, 3]], ["dog", "yak", "the"], [[7, 0], [8, 0], [9, 0]]));
        Case(load => load(["a"], [[5]], ["b", "a", "c"], [[1], [2], [3]]));
    }
}
