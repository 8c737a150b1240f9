namespace Seq2Seq.Exercises.Notebooks.N10;

internal sealed class AlignmentError
    : Exercise<Func<HashSet<(int, int)>, HashSet<(int, int)>, HashSet<(int, int)>, double>>
{
    public AlignmentError() : base(
        "10.4",
        "Alignment error rate",
        "AER = 1 − (|A ∩ S| + |A ∩ P|) / (|A| + |S|): found links A, sure links S, possible links P.",
        "In Och and Ney's definition every sure link is also possible: use P ∪ S where the formula says P.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((found, sure, possible) =>
            1 - (double)(found.Count(sure.Contains) + found.Count(link => sure.Contains(link) || possible.Contains(link))) / (found.Count + sure.Count));
        Mistake(
            "Sure links are possible links too: a found sure link counts in both terms.",
            (found, sure, possible) => 1 - (double)(found.Count(sure.Contains) + found.Count(possible.Contains)) / (found.Count + sure.Count));
        Mistake(
            "That is the good part, not the error: subtract it from 1.",
            (found, sure, possible) =>
                (double)(found.Count(sure.Contains) + found.Count(link => sure.Contains(link) || possible.Contains(link))) / (found.Count + sure.Count));
        Mistake(
            "That is 1 minus precision: links you did not find cost nothing.",
            (found, sure, possible) => 1 - (double)found.Count(link => sure.Contains(link) || possible.Contains(link)) / found.Count);
        Case(error => error([(0, 0), (1, 1), (2, 3)], [(0, 0), (1, 1), (2, 2)], [(2, 3)]));
        Case(error => error([(0, 1)], [(0, 0)], [(0, 2)]));
        Case(error => error([(0, 0), (1, 2)], [(0, 0)], [(1, 2), (1, 3)]));
    }
}
