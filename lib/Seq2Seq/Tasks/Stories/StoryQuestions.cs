using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>A story, a question about it, the answer, and the sentences one has to have read.</summary>
/// <param name="Story">Four to eight sentences.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">One word, or "nobody".</param>
/// <param name="Support">The places of the sentences that give the answer, the first being 1.</param>
public sealed record StoryQuestion(string Story, string Question, string Answer, IReadOnlyList<int> Support)
{
    /// <summary>The line of a TSV file.</summary>
    public override string ToString() => $"{Story}\t{Question}\t{Answer}\t{string.Join(' ', Support)}";
}

/// <summary>Small worlds in which people walk, take things, give them away and put them down.</summary>
/// <remarks>
/// The task is that of Weston et al. 2015 (one, two and three supporting facts), the stories are our own. Each answer follows from the
/// story alone, and a question about a thing asks for two sentences: who took it, and where that person went.
/// </remarks>
public static class StoryQuestions
{
    private static readonly string[] s_people = ["Anna", "Ben", "Carla", "Dmitri", "Emil", "Fatima", "Goran", "Hannah"];
    private static readonly string[] s_places = ["kitchen", "garden", "library", "garage", "attic", "cellar", "office", "hall"];
    private static readonly string[] s_things = ["lamp", "apple", "letter", "umbrella", "violin", "key", "map", "basket"];

    /// <summary>Distinct stories with a question each.</summary>
    public static IReadOnlyList<StoryQuestion> Generate(int count = 2000, long seed = 12)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var random = new SeededRandom(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var questions = new List<StoryQuestion>(count);
        while (questions.Count < count)
        {
            var world = new StoryWorld(random, Some(s_people, 3, random), Some(s_places, 4, random), Some(s_things, 2, random));
            var sentences = random.Next(4, 9);
            for (var i = 0; i < sentences; i++) world.Advance();
            if (world.Ask(questions.Count % 4) is { } question && seen.Add(question.Story + question.Question)) questions.Add(question);
        }

        return questions;
    }

    private static string[] Some(string[] all, int count, SeededRandom random) =>
        [.. random.Permutation(all.Length).Take(count).Select(i => all[i])];
}

/// <summary>Who is where, and who has what.</summary>
internal sealed class StoryWorld(SeededRandom random, string[] people, string[] places, string[] things)
{
    private readonly List<string> _sentences = [];

    // Where a person is and which sentences say so, oldest first.
    private readonly Dictionary<string, List<(string Place, int Sentence)>> _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Person, int Sentence)> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Place, int[] Support)> _lying = new(StringComparer.Ordinal);

    public void Advance()
    {
        var person = random.Pick(people);
        var own = things.Where(thing => _holders.TryGetValue(thing, out var holder) && holder.Person == person).ToArray();
        var free = things.Where(thing => !_holders.ContainsKey(thing) && (!_lying.TryGetValue(thing, out var lying) || lying.Place == PlaceOf(person)))
            .ToArray();
        var other = people.Where(name => name != person && PlaceOf(name) is { } place && place == PlaceOf(person)).ToArray();
        var move = random.Next(6);
        if (PlaceOf(person) is null || move < 3) Go(person);
        else if (move == 3 && own.Length > 0) PutDown(person, random.Pick(own));
        else if (move == 4 && own.Length > 0 && other.Length > 0) Give(person, random.Pick(other), random.Pick(own));
        else if (free.Length > 0) Take(person, random.Pick(free));
        else Go(person);
    }

    /// <summary>A question of that kind, or null where the story does not answer one.</summary>
    public StoryQuestion? Ask(int kind)
    {
        var moved = people.Where(person => _ways.ContainsKey(person)).ToArray();
        switch (kind)
        {
            case 0:
                var person = random.Pick(moved);
                return Answer($"Where is {person}?", _ways[person][^1].Place, _ways[person][^1].Sentence);
            case 1:
                if (things.Where(thing => _holders.ContainsKey(thing)).ToArray() is not { Length: > 0 } held) return null;
                var carried = random.Pick(held);
                var (holder, taken) = _holders[carried];
                return Answer($"Where is the {carried}?", PlaceOf(holder)!, taken, _ways[holder][^1].Sentence);
            case 2:
                if (things.Where(thing => _holders.ContainsKey(thing) || _lying.ContainsKey(thing)).ToArray() is not { Length: > 0 } touched)
                {
                    return null;
                }

                var asked = random.Pick(touched);
                return _holders.TryGetValue(asked, out var owner)
                    ? Answer($"Who has the {asked}?", owner.Person, owner.Sentence)
                    : Answer($"Who has the {asked}?", "nobody", _lying[asked].Support[0]);
            default:
                if (moved.Where(name => _ways[name].Count(visit => visit.Place == _ways[name][^1].Place) == 1 && _ways[name].Count > 1).ToArray() is not { Length: > 0 } travelled) return null;
                var walker = random.Pick(travelled);
                var (now, before) = (_ways[walker][^1], _ways[walker][^2]);
                return Answer($"Where was {walker} before the {now.Place}?", before.Place, before.Sentence, now.Sentence);
        }
    }

    private string? PlaceOf(string person) => _ways.TryGetValue(person, out var way) ? way[^1].Place : null;

    private void Go(string person)
    {
        var place = random.Pick(places.Where(name => name != PlaceOf(person)).ToArray());
        Say($"{person} {random.Pick(["went to", "walked to", "hurried to", "moved to"])} the {place}.");
        if (!_ways.TryGetValue(person, out var way)) _ways[person] = way = [];
        way.Add((place, _sentences.Count));
    }

    private void Take(string person, string thing)
    {
        Say($"{person} {random.Pick(["picked up", "took", "found"])} the {thing}{random.Pick(["", " there"])}.");
        _holders[thing] = (person, _sentences.Count);
        _lying.Remove(thing);
    }

    private void Give(string giver, string receiver, string thing)
    {
        Say($"{giver} gave the {thing} to {receiver}.");
        _holders[thing] = (receiver, _sentences.Count);
    }

    private void PutDown(string person, string thing)
    {
        Say($"{person} {random.Pick(["put down", "left"])} the {thing}.");
        _lying[thing] = (PlaceOf(person)!, [_sentences.Count, _ways[person][^1].Sentence]);
        _holders.Remove(thing);
    }

    private void Say(string sentence) => _sentences.Add(sentence);

    private StoryQuestion Answer(FormattableString question, string answer, params int[] support) => new(
        string.Join(' ', _sentences), question.ToString(CultureInfo.InvariantCulture), answer, [.. support.Distinct().Order()]);
}
