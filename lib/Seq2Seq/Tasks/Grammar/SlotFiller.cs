using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks.Grammar;

/// <summary>Fills the slots of one sentence by their kinds.</summary>
internal sealed class SlotFiller(SeededRandom random)
{
    private static readonly string[] s_kinKinds = ["family", "company", "child"];
    private readonly PhraseMaker _make = new(random);
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public Slot this[string name] => _slots[name];

    public IEnumerable<Slot> Slots => _slots.Values;

    public int NewLink() => _make.NewLink();

    /// <summary>Fills one slot; false where nothing fits what came before (no adjective goes with "music").</summary>
    public bool TryFill(SlotRule rule)
    {
        var slot = Make(rule);
        if (slot is not null) _slots[rule.Name] = slot;
        return slot is not null;
    }

    private Slot? Make(SlotRule rule) => rule.Kind switch
    {
        "human" => Human(_ => true),
        "other" => Human(p => p is not ("我" or "我们")),
        "third" => Human(p => p is "他" or "她"),
        "you" => _make.Pronoun(p => p is "你" or "你们"),
        "pronoun" => _make.Pronoun(_ => true),
        "companion" => Companion(),
        "name" => _make.Name(),
        "family" => _make.Family(),
        "kin" => Kin(((Noun)_slots[rule.Arguments[0]].Word!).Chinese),
        "trade" => Trade(_slots[rule.Arguments[0]]),
        "anyverb" => VerbSlot(_make.Skewed(Lexicon.Verbs)),
        "verb" => VerbSlot(
            Draw(Lexicon.Verbs, v => v.IsIntended && (rule.Arguments.Length == 0 || rule.Arguments.Intersect(v.Objects).Any()))),
        "habitverb" => VerbSlot(Draw(Lexicon.Verbs, v => v.Habitual)),
        "placedverb" => VerbSlot(Draw(Lexicon.Verbs, v => v.IsIntended && v.Sites.Length > 0)),
        "action" => VerbSlot(_make.Skewed(Lexicon.Actions)),
        "bare" => Object(rule, _make.Bare),
        "one" => Object(rule, _make.One),
        "counted" => Object(rule, _make.Counted),
        "definite" => Object(rule, _make.Definite),
        "owned" => Object(rule, _make.Owned),
        "the" => Object(rule, _make.The),
        "head" => Object(rule, _make.Head),
        "howmany" => Object(rule, _make.HowMany),
        "alike" => Alike(_slots[rule.Arguments[0]]),
        "adj" => AdjectiveOf(rule.Arguments[0]),
        "list" => FromList(rule.Arguments[0]),
        "past" => FromPast(),
        "place" => PlaceSlot(_make.Skewed(Lexicon.Places.Where(p => rule.Arguments.Contains(p.Kind)).ToArray())),
        "site" => PlaceSlot(Lexicon.PlaceNamed(random.Pick(((Verb)_slots[rule.Arguments[0]].Word!).Sites))),
        "goal" => Goal((Verb)_slots[rule.Arguments[0]].Word!),
        "at" => PlaceSlot(Lexicon.PlaceNamed(random.Pick(rule.Arguments))),
        "date" => Date(),
        "year" => Year(),
        "clock" => Clock(Whole(rule.Arguments[0]), Whole(rule.Arguments[1])),
        "number" => Number(rule.Arguments),
        "duration" => Duration(rule.Arguments),
        _ => throw new FormatException($"Grammar rule: slot kind '{rule.Kind}' is unknown."),
    };

    private Slot Human(Func<string, bool> pronouns) => random.Next(100) switch
    {
        < 48 => _make.Pronoun(pronouns),
        < 68 => _make.Name(),
        < 86 => _make.Family(),
        < 94 => _make.Somebody("person"),
        _ => _make.Somebody("trade"),
    };

    private Slot Companion() => random.Next(100) switch
    {
        < 50 => _make.Name(),
        < 75 => _make.Family(),
        _ => _make.Owned(random.Pick(Lexicon.Nouns["company"]), []),
    };

    // Who somebody can be to somebody else: a girl is nobody's uncle.
    private Slot Kin(string who)
    {
        string[] kin = who switch
        {
            "男孩" => ["弟弟", "儿子", "同学", "朋友"],
            "女孩" => ["妹妹", "女儿", "同学", "朋友"],
            "男人" => ["爸爸", "叔叔", "哥哥", "同事", "朋友"],
            "女人" => ["妈妈", "阿姨", "姐姐", "同事", "朋友"],
            "孩子" => ["儿子", "女儿", "弟弟", "妹妹", "同学"],
            "学生" => ["哥哥", "姐姐", "弟弟", "妹妹", "朋友", "同学"],
            _ => ["朋友", "同事", "同学"],
        };
        var chosen = random.Pick(kin);
        return _make.Owned(
            s_kinKinds.SelectMany(kind => Lexicon.Nouns[kind]).Single(n => n.Chinese == chosen), []);
    }

    private Slot Trade(Slot subject)
    {
        var noun = _make.Skewed(Lexicon.Nouns["trade"]);
        var head = _make.Head(noun, []);
        var isPlural = subject.Agreement == Agreement.Plural && (string)subject.Word! != "你";
        return new Slot
        {
            Chinese = head.Chinese,
            English = (_, a) => isPlural
                ? head.English("pl", a)
                : [Possibly("a", head), .. head.English("", a)],
            Kind = "who",
            Word = noun,
        };
    }

    private static Token Possibly(string text, Slot head)
    {
        var token = new Token(text);
        foreach (var id in head.Chinese("")[0].Sure) token.MayLink(id);
        return token;
    }

    private Slot VerbSlot(Verb verb)
    {
        var id = NewLink();
        return new Slot
        {
            Chinese = _ => [PhraseMaker.Sure(verb.Chinese, id)],
            English = (form, agreement) => PhraseMaker.Words(
                form switch
                {
                    "past" => verb.Past,
                    "pp" => verb.Participle,
                    "ing" => EnglishForms.Gerund(verb.Base),
                    "pres" => EnglishForms.Present(verb.Base, agreement),
                    _ => verb.Base,
                },
                id),
            Word = verb,
        };
    }

    // Where one goes to do it; one does not "go to" one's home in Chinese, one returns there.
    private Slot? Goal(Verb verb)
    {
        var sites = verb.Sites.Where(site => site != "家").ToArray();
        return sites.Length == 0 ? null : PlaceSlot(Lexicon.PlaceNamed(random.Pick(sites)));
    }

    private Slot? Object(SlotRule rule, Func<Noun, IReadOnlyList<string>, Slot> phrase)
    {
        var argument = rule.Arguments[0];
        if (_slots.TryGetValue(argument, out var slot) && slot.Word is Verb verb)
        {
            var chosen = _make.Skewed(Lexicon.Nouns[random.Pick(verb.Objects)]);
            if (rule.Kind is "head" or "howmany" && chosen.Classifier.Length == 0) return null;
            return phrase(chosen, [$"{verb.Chinese}|{chosen.Chinese}"]);
        }

        var noun = _make.Skewed(Lexicon.Nouns[random.Pick(argument.Split('+'))]);
        return phrase(noun, []);
    }

    private Slot Alike(Slot other) =>
        _make.Owned(random.Chance(0.7) ? (Noun)other.Word! : _make.Skewed(Lexicon.Nouns[other.Kind]), []);

    private Slot? AdjectiveOf(string argument)
    {
        var isSlot = _slots.TryGetValue(argument, out var owner);
        var fitting = Lexicon.AdjectivesFor(isSlot ? owner!.Kind : argument);
        if (fitting.Length == 0) return null;
        var adjective = _make.Skewed(fitting);
        var id = NewLink();
        return new Slot
        {
            Chinese = _ => [PhraseMaker.Sure(adjective.Chinese, id)],
            English = (form, _) => PhraseMaker.Words(
                form switch { "cmp" => adjective.Comparative, "sup" => adjective.Superlative, _ => adjective.English }, id),
            Word = adjective,
            Combinations = isSlot && owner!.Word is Noun noun ? [$"{adjective.Chinese}|{noun.Chinese}"] : [],
        };
    }

    private Slot FromList(string name)
    {
        var pairing = _make.Skewed(Lexicon.Lists[name]);
        return _make.Fixed(pairing.Chinese, pairing.English, name, pairing.Chinese);
    }

    // Mostly a fixed expression; now and then "three days ago", "last Monday".
    private Slot FromPast()
    {
        if (random.Chance(0.75)) return FromList("past");
        var (count, unit, ago) = (2 + random.Next(8), NewLink(), NewLink());
        var number = NewLink();
        var (chinese, english) = random.Pick(new[] { ("天", "days"), ("年", "years"), ("个月", "months") });
        return new Slot
        {
            Chinese = _ => [PhraseMaker.Sure(NumberWords.ChineseCount(count), number), PhraseMaker.Sure(chinese, unit), PhraseMaker.Sure("前", ago)],
            English = (_, _) => [PhraseMaker.Sure(NumberWords.English(count), number), PhraseMaker.Sure(english, unit), PhraseMaker.Sure("ago", ago)],
        };
    }

    private Slot PlaceSlot(Place place)
    {
        var (id, preposition) = (NewLink(), NewLink());
        IReadOnlyList<Token> English(string form) => form switch
        {
            "at" => [PhraseMaker.Sure(place.Preposition, preposition).MayLink(id), .. PhraseMaker.Words(place.English, id)],
            "to" when place.English == "home" => PhraseMaker.Words("home", id),
            "to" => [new Token("to").MayLink(id), .. PhraseMaker.Words(place.English, id)],
            _ => PhraseMaker.Words(place.English, id),
        };
        return new Slot
        {
            Chinese = form => form == "在"
                ? [PhraseMaker.Sure("在", preposition), PhraseMaker.Sure(place.Chinese, id)]
                : [PhraseMaker.Sure(place.Chinese, id)],
            English = (form, _) => English(form),
            Kind = place.Kind,
            Word = place.Chinese,
        };
    }

    private Slot Date()
    {
        var month = random.Next(12);
        var day = 1 + random.Next(month == 1 ? 28 : 30);
        var (monthLink, dayLink) = (NewLink(), NewLink());
        var names = Lexicon.Lists["month"][month];
        return new Slot
        {
            Chinese = _ =>
            [
                PhraseMaker.Sure(names.Chinese, monthLink), PhraseMaker.Sure(NumberWords.Chinese(day) + "号", dayLink),
            ],
            English = (_, _) =>
            [
                PhraseMaker.Sure(names.English, monthLink),
                PhraseMaker.Sure(day.ToString(CultureInfo.InvariantCulture), dayLink),
            ],
        };
    }

    private Slot Year()
    {
        var year = 1960 + random.Next(60);
        return _make.Fixed(NumberWords.ChineseDigits(year) + "年", year.ToString(CultureInfo.InvariantCulture));
    }

    private Slot Clock(int from, int before)
    {
        var hour = random.Next(from, before);
        var (hourLink, minuteLink) = (NewLink(), NewLink());
        var chineseHour = NumberWords.ChineseCount(hour) + "点";
        var hourWord = NumberWords.English(hour);
        var (minute, english) = random.Pick(new[]
        {
            ("", "o'clock"), ("", "o'clock"), ("半", "half past"), ("半", "half past"), ("一刻", "a quarter past"),
            ("十分", "ten past"), ("二十分", "twenty past"),
        });
        return minute.Length == 0
            ? new Slot
            {
                Chinese = _ => [PhraseMaker.Sure(chineseHour, hourLink)],
                English = (_, _) => [PhraseMaker.Sure(hourWord, hourLink), PhraseMaker.Sure(english, hourLink)],
            }
            : new Slot
            {
                Chinese = _ => [PhraseMaker.Sure(chineseHour, hourLink), PhraseMaker.Sure(minute, minuteLink)],
                English = (_, _) => [.. PhraseMaker.Words(english, minuteLink), PhraseMaker.Sure(hourWord, hourLink)],
            };
    }

    // number(from,to,step)
    private Slot Number(string[] arguments)
    {
        var (from, to, step) = (Whole(arguments[0]), Whole(arguments[1]), Whole(arguments[2]));
        var value = from + step * random.Next((to - from) / step + 1);
        return _make.Fixed(NumberWords.ChineseCount(value), NumberWords.English(value));
    }

    // duration(年:year,个月:month)
    private Slot Duration(string[] arguments)
    {
        var unit = random.Pick(arguments).Split(':');
        var count = 1 + random.Next(10);
        var (number, unitLink) = (NewLink(), NewLink());
        var english = count == 1 ? unit[1] : unit[1] + "s";
        var measure = unit[0].Split('+');
        return new Slot
        {
            Chinese = _ =>
            [
                PhraseMaker.Sure(NumberWords.ChineseCount(count), number),
                .. measure.Length > 1 ? [new Token(measure[0]).MayLink(number)] : Array.Empty<Token>(),
                PhraseMaker.Sure(measure[^1], unitLink),
            ],
            English = (_, _) => [PhraseMaker.Sure(NumberWords.English(count), number), PhraseMaker.Sure(english, unitLink)],
        };
    }

    private Verb Draw(IReadOnlyList<Verb> verbs, Func<Verb, bool> fits) => _make.Skewed(verbs.Where(fits).ToArray());

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
