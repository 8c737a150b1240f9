using FsCheck;
using FsCheck.Fluent;
using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

public sealed class EditDistanceTests
{
    [Fact]
    public void Distances_agree_with_nltk()
    {
        foreach (var pair in MetricFixture.Root.GetProperty("editDistance").EnumerateArray())
        {
            var (from, to) = (pair.GetProperty("from").GetString()!, pair.GetProperty("to").GetString()!);

            Assert.Equal(pair.GetProperty("distance").GetInt32(), EditDistance.Between(from, to));
        }
    }

    [Fact]
    public void The_path_leads_from_one_to_the_other_in_as_many_edits()
    {
        Prop.ForAll<byte[], byte[]>((first, second) =>
        {
            var (from, to) = (first.Select(b => b % 3).ToArray(), second.Select(b => b % 3).ToArray());
            var path = EditDistance.Path(from, to);
            var (i, j, result) = (0, 0, new List<int>());
            foreach (var edit in path)
            {
                if (edit == Edit.Keep && from[i] != to[j]) return false;
                if (edit == Edit.Substitute && from[i] == to[j]) return false;
                if (edit != Edit.Insert) i++;
                if (edit != Edit.Delete) result.Add(to[j++]);
            }

            return i == from.Length && result.SequenceEqual(to) && path.Count(edit => edit != Edit.Keep) == EditDistance.Between(from, to);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Kitten_becomes_sitting_by_two_substitutions_and_an_insertion()
    {
        var path = EditDistance.Path("kitten".ToCharArray(), "sitting".ToCharArray());

        Assert.Equal([Edit.Substitute, Edit.Keep, Edit.Keep, Edit.Keep, Edit.Substitute, Edit.Keep, Edit.Insert], path);
    }

    [Fact]
    public void Error_rates_name_what_went_wrong()
    {
        var score = ErrorRate.Words.Corpus(["the cat sat", "a b c d"], ["the bat sat down", "a b"]);

        Assert.Equal((1, 1, 2, 6), (score.Substitutions, score.Deletions, score.Insertions, score.Tokens));
        Assert.Equal(4 / 6.0, score.Value, 12);
        Assert.False(ErrorRate.Words.HigherIsBetter);
    }

    [Fact]
    public void An_empty_reference_is_all_wrong_or_all_right()
    {
        Assert.Equal(1, ErrorRate.Characters.Sentence("x", "").Value);
        Assert.Equal(0, ErrorRate.Characters.Sentence("", "").Value);
        Assert.Equal(3, ErrorRate.Words.Sentence("a b c", "x").Value);
    }

    [Fact]
    public void TER_lies_between_the_best_shifts_and_no_shifts()
    {
        // All pairs of sequences of 4 words over {a, b, c}: the greedy search never beats the true optimum (breadth-first) nor loses to plain edits.
        string[] words = ["a", "b", "c"];
        var all = Enumerable.Range(0, 81).Select(n => (string[])[words[n % 3], words[n / 3 % 3], words[n / 9 % 3], words[n / 27]]).ToArray();
        foreach (var from in all.Where((_, i) => i % 4 == 0))
        {
            var shifted = Shifts(from);
            foreach (var to in all)
            {
                var best = shifted.Min(pair => pair.Value + EditDistance.Between(pair.Key.Split(' '), to));
                var plain = EditDistance.Between(from, to);
                var found = new Ter().Statistics(string.Join(' ', from), string.Join(' ', to))[0];
                Assert.InRange(found, best, plain);
            }
        }
    }

    private static Dictionary<string, int> Shifts(string[] from)
    {
        var reached = new Dictionary<string, int> { [string.Join(' ', from)] = 0 };
        var queue = new Queue<string[]>([from]);
        while (queue.TryDequeue(out var words))
        {
            for (var start = 0; start < words.Length; start++)
            {
                for (var end = start + 1; end <= words.Length; end++)
                {
                    string[] rest = [.. words[..start], .. words[end..]];
                    for (var at = 0; at <= rest.Length; at++)
                    {
                        string[] moved = [.. rest[..at], .. words[start..end], .. rest[at..]];
                        if (reached.TryAdd(string.Join(' ', moved), reached[string.Join(' ', words)] + 1)) queue.Enqueue(moved);
                    }
                }
            }
        }

        return reached;
    }
}
