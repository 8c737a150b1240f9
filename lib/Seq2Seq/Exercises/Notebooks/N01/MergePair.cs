namespace Seq2Seq.Exercises.Notebooks.N01;

internal sealed class MergePair : Exercise<Func<string[], string, string, string[]>>
{
    public MergePair() : base(
        "01.3",
        "One step of byte-pair encoding",
        "Go from left to right and build a new list; where the pair stands, add the joined piece and skip both.",
        "Use a while loop with your own index: after a merge it moves on by 2, else by 1. The pair can't begin at the last piece.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((pieces, left, right) =>
        {
            var merged = new List<string>();
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i + 1 < pieces.Length && pieces[i] == left && pieces[i + 1] == right)
                {
                    merged.Add(left + right);
                    i++;
                }
                else
                {
                    merged.Add(pieces[i]);
                }
            }

            return merged.ToArray();
        });
        Mistake("Only the first pair is joined: a word can hold the pair more than once.", FirstOnly);
        Mistake(
            "A piece that was just joined is used again: in a a a only the first two belong to the pair. Skip both pieces after a merge.",
            Overlapping);
        Mistake(
            "Nothing is joined: compare pieces[i] with left and pieces[i + 1] with right.",
            (pieces, _, _) => pieces);
        Case(merge => merge(["l", "o", "w", "l", "o"], "l", "o"));
        Case(merge => merge(["a", "a", "a"], "a", "a"));
        Case(merge => merge(["e", "s", "t"], "t", "e"));
        Case(merge => merge([], "a", "b"));
    }

    private static string[] FirstOnly(string[] pieces, string left, string right)
    {
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            if (pieces[i] == left && pieces[i + 1] == right)
                return [.. pieces[..i], left + right, .. pieces[(i + 2)..]];
        }

        return pieces;
    }

    private static string[] Overlapping(string[] pieces, string left, string right)
    {
        var merged = new List<string>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var begins = i + 1 < pieces.Length && pieces[i] == left && pieces[i + 1] == right;
            var ends = i > 0 && pieces[i - 1] == left && pieces[i] == right;
            if (begins) merged.Add(left + right);
            else if (!ends) merged.Add(pieces[i]);
        }

        return [.. merged];
    }
}
