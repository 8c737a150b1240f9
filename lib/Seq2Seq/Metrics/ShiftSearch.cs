namespace Seq2Seq.Metrics;

/// <summary>The greedy search of TER: make the shift that saves most edits, until none saves any.</summary>
internal static class ShiftSearch
{
    private const int LongestShift = 10;
    private const int FarthestShift = 50;
    private const int CandidateLimit = 1000;

    /// <summary>Shifts and edits that turn the hypothesis into the reference.</summary>
    public static int Edits(string[] hypothesis, string[] reference)
    {
        if (reference.Length == 0) return hypothesis.Length;
        var (words, shifts, tried) = (hypothesis, 0, 0);
        while (true)
        {
            var best = BestShift(words, reference, ref tried);
            if (best is null || best.Value.Saved <= 0 || tried >= CandidateLimit) break;
            words = best.Value.Words;
            shifts++;
        }

        return shifts + EditBand.Between(words, reference);
    }

    // Ranked by what it saves, then the longer phrase, the earlier one, the earlier target.
    private readonly record struct Shift(int Saved, int Length, int Start, int Target, string[] Words)
    {
        public bool Beats(Shift? other) => other is null
            || (Saved, Length, -Start, -Target)
                .CompareTo((other.Value.Saved, other.Value.Length, -other.Value.Start, -other.Value.Target)) > 0;
    }

    private static Shift? BestShift(string[] words, string[] reference, ref int tried)
    {
        var alignment = Align(words, reference);
        Shift? best = null;
        foreach (var (start, place, length) in CommonPhrases(words, reference))
        {
            // Worth moving only if it stands wrong here, something else stands there, and there is not within itself.
            if (!alignment.HypothesisWrong.AsSpan(start, length).Contains(true)) continue;
            if (!alignment.ReferenceWrong.AsSpan(place, length).Contains(true)) continue;
            var aligned = alignment.PlaceOf[place];
            if (aligned >= start && aligned < start + length) continue;

            var last = -1;
            for (var at = place - 1; at < place + length && at < reference.Length; at++)
            {
                var target = at < 0 ? 0 : alignment.PlaceOf[at] + 1;
                if (target == last) continue;
                last = target;
                var moved = Move(words, start, length, target);
                var shift = new Shift(
                    alignment.Distance - EditBand.Between(moved, reference), length, start, target, moved);
                tried++;
                if (shift.Beats(best)) best = shift;
            }

            if (tried >= CandidateLimit) break;
        }

        return best;
    }

    private static IEnumerable<(int Start, int Place, int Length)> CommonPhrases(string[] words, string[] reference)
    {
        for (var start = 0; start < words.Length; start++)
        {
            for (var place = 0; place < reference.Length; place++)
            {
                if (Math.Abs(place - start) > FarthestShift) continue;
                var longest = Math.Min(LongestShift, Math.Min(words.Length - start, reference.Length - place));
                for (var length = 1; length <= longest
                    && words[start + length - 1] == reference[place + length - 1]; length++)
                {
                    yield return (start, place, length);
                }
            }
        }
    }

    // The target is a place before the move; a target inside the phrase moves it right by so many places.
    private static string[] Move(string[] words, int start, int length, int target)
    {
        var phrase = words[start..(start + length)];
        string[] rest = [.. words[..start], .. words[(start + length)..]];
        var at = target <= start ? target : target > start + length ? target - length : Math.Min(target, rest.Length);
        return [.. rest[..at], .. phrase, .. rest[at..]];
    }

    private sealed record Alignment(int Distance, int[] PlaceOf, bool[] HypothesisWrong, bool[] ReferenceWrong);

    // For each reference word the hypothesis word it is paired with (or the last one before it), and which words are
    // wrong.
    private static Alignment Align(string[] words, string[] reference)
    {
        var distance = EditBand.Table(words, reference);
        var placeOf = new int[reference.Length];
        var hypothesisWrong = new bool[words.Length];
        var referenceWrong = new bool[reference.Length];
        for (var (i, j) = (words.Length, reference.Length); i > 0 || j > 0;)
        {
            var same = i > 0 && j > 0 && words[i - 1] == reference[j - 1];
            if (i > 0 && j > 0 && distance[i, j] == distance[i - 1, j - 1] + (same ? 0 : 1))
            {
                placeOf[--j] = --i;
                hypothesisWrong[i] = referenceWrong[j] = !same;
            }
            else if (i > 0 && distance[i, j] == distance[i - 1, j] + 1)
            {
                hypothesisWrong[--i] = true;
            }
            else
            {
                placeOf[--j] = i - 1;
                referenceWrong[j] = true;
            }
        }

        return new Alignment(distance[words.Length, reference.Length], placeOf, hypothesisWrong, referenceWrong);
    }
}
