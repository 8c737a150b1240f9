using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Builds one tagged sentence. Words are written with their tags: "the/DET old/ADJ door/NOUN".</summary>
internal sealed class TaggedClause(SeededRandom random)
{
    private static readonly string[] s_people =
    [
        "the/DET teacher/NOUN", "my/PRON sister/NOUN", "our/PRON neighbour/NOUN", "the/DET young/ADJ cook/NOUN", "a/DET guard/NOUN",
        "the/DET old/ADJ guide/NOUN", "Maria/PROPN", "Peter/PROPN", "the/DET visitor/NOUN", "she/PRON", "he/PRON",
    ];

    private static readonly string[] s_groups =
    [
        "the/DET children/NOUN", "my/PRON parents/NOUN", "two/NUM students/NOUN", "the/DET guests/NOUN", "some/DET friends/NOUN",
        "Anna/PROPN and/CCONJ Paul/PROPN", "the/DET cooks/NOUN", "they/PRON", "we/PRON",
    ];

    // Past, present, past participle, what it is done to.
    private static readonly (string Past, string Present, string Participle, string[] Things)[] s_deeds =
    [
        ("watered", "water", "watered", ["the/DET plants/NOUN", "the/DET flowers/NOUN", "the/DET garden/NOUN"]),
        ("booked", "book", "booked", ["a/DET table/NOUN", "two/NUM rooms/NOUN", "the/DET early/ADJ flight/NOUN"]),
        ("watched", "watch", "watched", ["the/DET play/NOUN", "a/DET long/ADJ film/NOUN", "the/DET match/NOUN", "the/DET birds/NOUN"]),
        ("read", "read", "read", ["the/DET book/NOUN", "a/DET letter/NOUN", "the/DET morning/NOUN paper/NOUN"]),
        ("repaired", "repair", "repaired", ["the/DET watch/NOUN", "an/DET old/ADJ bicycle/NOUN", "the/DET light/NOUN"]),
        ("painted", "paint", "painted", ["the/DET door/NOUN", "a/DET large/ADJ picture/NOUN", "the/DET walls/NOUN"]),
        ("planted", "plant", "planted", ["a/DET tree/NOUN", "some/DET beans/NOUN", "three/NUM roses/NOUN"]),
        ("cleaned", "clean", "cleaned", ["the/DET windows/NOUN", "the/DET light/ADJ room/NOUN", "the/DET kitchen/NOUN"]),
        ("needed", "need", "needed", ["more/ADJ water/NOUN", "a/DET light/ADJ coat/NOUN", "some/DET help/NOUN"]),
        ("opened", "open", "opened", ["the/DET box/NOUN", "a/DET bottle/NOUN", "the/DET gate/NOUN"]),
        ("called", "call", "called", ["a/DET doctor/NOUN", "the/DET office/NOUN", "the/DET guide/NOUN"]),
        ("finished", "finish", "finished", ["the/DET work/NOUN", "a/DET long/ADJ walk/NOUN", "the/DET first/ADJ call/NOUN"]),
    ];

    private static readonly string[] s_gifts = ["gave", "sent", "showed", "offered", "brought"];

    private static readonly string[] s_presents =
    [
        "a/DET book/NOUN", "the/DET watch/NOUN", "some/DET flowers/NOUN", "a/DET warm/ADJ drink/NOUN", "the/DET picture/NOUN",
        "two/NUM letters/NOUN",
    ];

    private static readonly string[] s_receivers =
        ["the/DET children/NOUN", "my/PRON brother/NOUN", "the/DET old/ADJ lady/NOUN", "Maria/PROPN", "the/DET guests/NOUN"];

    private static readonly string[] s_pastTimes =
    [
        "yesterday/ADV", "on/ADP Monday/PROPN", "last/ADJ week/NOUN", "in/ADP the/DET evening/NOUN", "after/ADP the/DET walk/NOUN",
        "two/NUM days/NOUN ago/ADV",
    ];

    private static readonly string[] s_presentTimes =
        ["every/DET day/NOUN", "on/ADP Sundays/PROPN", "in/ADP the/DET morning/NOUN", "before/ADP work/NOUN", "often/ADV"];

    private static readonly string[] s_places =
        ["at/ADP home/NOUN", "in/ADP the/DET garden/NOUN", "near/ADP the/DET river/NOUN", "in/ADP town/NOUN", "behind/ADP the/DET house/NOUN"];

    private static readonly string[] s_manners =
        ["carefully/ADV", "quietly/ADV", "with/ADP great/ADJ care/NOUN", "without/ADP a/DET word/NOUN", "very/ADV slowly/ADV"];

    private readonly List<string> _words = [];
    private readonly List<string> _tags = [];
    private readonly List<string> _roles = [];

    /// <summary>A sentence of one of five kinds.</summary>
    public TaggedSentence Make(int kind)
    {
        var isPast = kind != 1;
        var time = random.Pick(isPast ? s_pastTimes : s_presentTimes);
        // "They often water the plants": this adverb stands before the verb.
        var isOften = time.StartsWith("often", StringComparison.Ordinal);
        var isFirst = !isOften && random.Chance(0.25);
        if (isFirst)
        {
            Say(time, "TMP");
            Say(",/PUNCT", "O");
        }

        var deed = random.Pick(s_deeds);
        var thing = random.Pick(deed.Things);
        switch (kind)
        {
            case 0:
                Say(random.Pick(s_people), "A0");
                Say(deed.Past + "/VERB", "V");
                Say(thing, "A1");
                break;
            case 1:
                Say(random.Pick(s_groups), "A0");
                if (isOften) Say(time, "TMP");
                Say(deed.Present + "/VERB", "V");
                Say(thing, "A1");
                break;
            case 2:
                Passive();
                break;
            default:
                Gift(isDouble: kind == 3);
                break;
        }

        if (random.Chance(0.4)) Say(random.Pick(s_manners), "MNR");
        if (random.Chance(0.5)) Say(random.Pick(s_places), "LOC");
        if (!isFirst && !isOften && random.Chance(0.7)) Say(time, "TMP");
        Say("./PUNCT", "O");
        _words[0] = char.ToUpperInvariant(_words[0][0]) + _words[0][1..];
        return new TaggedSentence(_words, _tags, _roles);
    }

    private void Passive()
    {
        var deed = random.Pick(s_deeds.Where(deed => deed.Past != "needed").ToArray());
        var thing = random.Pick(deed.Things);
        var noun = thing[..thing.LastIndexOf('/')];
        Say(thing, "A1");
        Say((noun.EndsWith('s') ? "were" : "was") + "/AUX", "O");
        Say(deed.Participle + "/VERB", "V");
        if (random.Chance(0.7)) Say("by/ADP " + random.Pick(s_people.Where(person => !person.EndsWith("PRON", StringComparison.Ordinal)).ToArray()), "A0");
    }

    // "She gave the guests a book" and "She gave a book to the guests".
    private void Gift(bool isDouble)
    {
        Say(random.Pick(s_people), "A0");
        Say(random.Pick(s_gifts) + "/VERB", "V");
        var (present, receiver) = (random.Pick(s_presents), random.Pick(s_receivers));
        if (isDouble)
        {
            Say(receiver, "A2");
            Say(present, "A1");
        }
        else
        {
            Say(present, "A1");
            Say("to/ADP " + receiver, "A2");
        }
    }

    private void Say(string phrase, string role)
    {
        var isFirst = true;
        foreach (var word in phrase.Split(' '))
        {
            var slash = word.LastIndexOf('/');
            _words.Add(word[..slash]);
            _tags.Add(word[(slash + 1)..]);
            _roles.Add(role == "O" ? "O" : (isFirst ? "B-" : "I-") + role);
            isFirst = false;
        }
    }
}
