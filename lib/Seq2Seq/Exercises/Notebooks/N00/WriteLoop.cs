namespace Seq2Seq.Exercises.Notebooks.N00;

internal sealed class WriteLoop : Exercise<Func<Func<int[], int>, int, int, int[]>>
{
    public WriteLoop() : base(
        "00.3",
        "The decoding loop",
        "Keep a list of what is written; ask next with that list again and again.",
        "while (written.Count < limit): ask; if it is the end, stop before adding it; otherwise add it.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((next, end, limit) =>
        {
            var written = new List<int>();
            while (written.Count < limit)
            {
                var id = next(written.ToArray());
                if (id == end) break;
                written.Add(id);
            }

            return written.ToArray();
        });
        Mistake("The end token is part of your answer. It says that the sentence is over; it is not a word of it.", (next, end, limit) =>
        {
            var written = new List<int>();
            while (written.Count < limit && (written.Count == 0 || written[^1] != end)) written.Add(next([.. written]));
            return [.. written];
        });
        Mistake("You never stop at the end token: only the limit ends your sentence.", (next, end, limit) =>
        {
            var written = new List<int>();
            while (written.Count < limit) written.Add(next([.. written]));
            return [.. written];
        });
        Mistake("You always ask with an empty beginning, so the model repeats its first word: pass on what is written so far.", (next, end, limit) =>
            [.. Enumerable.Repeat(next([]), limit).TakeWhile(id => id != end)]);
        Case(write => write(soFar => soFar.Length < 3 ? 5 + soFar.Length : 9, 9, 10));
        Case(write => write(soFar => 4 + soFar.Sum() % 3, 9, 5));
    }
}
