using Seq2Seq.Text;

namespace Seq2Seq.Tasks.Grammar;

/// <summary>Makes noun phrases in both languages at once: counted, generic, pointed at, owned.</summary>
internal sealed class PhraseMaker(SeededRandom random)
{
    private static readonly (string Chinese, string Subject, string Object, string Possessive, Agreement Agreement)[] s_pronouns =
    [
        ("我", "I", "me", "my", Agreement.First), ("他", "he", "him", "his", Agreement.Third),
        ("她", "she", "her", "her", Agreement.Third), ("我们", "we", "us", "our", Agreement.Plural),
        ("他们", "they", "them", "their", Agreement.Plural), ("你", "you", "you", "your", Agreement.Plural),
        ("你们", "you", "you", "your", Agreement.Plural),
    ];

    private static readonly HashSet<string> s_functionWords = ["a", "the", "of", "to", "in", "at", "for"];
    private static readonly HashSet<string> s_plainAttributes = ["大", "小", "新", "旧", "热"];
    private int _links;

    /// <summary>A link number that no other phrase of the sentence has.</summary>
    public int NewLink() => ++_links;

    /// <summary>Words that translate each other as a whole.</summary>
    public Slot Fixed(string chinese, string english, string kind = "", object? word = null)
    {
        var id = NewLink();
        return Make([Sure(chinese, id)], (_, _) => Words(english, id), Agreement.Third, kind, word);
    }

    /// <summary>我, 他, 我们: with the forms <c>obj</c> and <c>poss</c>.</summary>
    public Slot Pronoun(Func<string, bool> allowed)
    {
        var p = Skewed(s_pronouns.Where(x => allowed(x.Chinese)).ToArray());
        var id = NewLink();
        return new Slot
        {
            Chinese = form => form == "poss" ? [Sure(p.Chinese, id), new Token("的").MayLink(id)] : [Sure(p.Chinese, id)],
            English = (form, _) => Words(form switch { "obj" => p.Object, "poss" => p.Possessive, _ => p.Subject }, id),
            Agreement = p.Agreement,
            Kind = "who",
            Word = p.Chinese,
            IsSpeechRole = p.Chinese is "我" or "你" or "我们" or "你们",
        };
    }

    /// <summary>王明: with the form <c>poss</c>.</summary>
    public Slot Name()
    {
        var name = Skewed(Lexicon.Lists["name"]);
        var id = NewLink();
        return WithPossessive([Sure(name.Chinese, id)], () => Words(name.English, id), name.Chinese);
    }

    /// <summary>我 爸爸, 王明 的 妹妹.</summary>
    public Slot Family()
    {
        var relative = random.Pick(Lexicon.Nouns["family"]);
        var owner = random.Chance(0.7) ? Pronoun(p => p is "我" or "他" or "她" or "你") : Name();
        var withDe = owner.Word is string name && name.Length > 1 || random.Chance(0.6);
        var ownerChinese = withDe ? owner.Chinese("poss") : owner.Chinese("");
        var id = NewLink();
        return WithPossessive(
            [.. ownerChinese, Sure(relative.Chinese, id)],
            () => [.. owner.English("poss", Agreement.Third), .. Words(relative.Singular, id)],
            relative.Chinese);
    }

    /// <summary>那 位 医生, 这 个 孩子.</summary>
    public Slot Somebody(string kind)
    {
        var noun = Skewed(Lexicon.Nouns[kind]);
        var slot = Pointed(noun, []);
        return WithPossessive(slot.Chinese(""), () => slot.English("", Agreement.Third), noun.Chinese, slot.Agreement);
    }

    /// <summary>Books, tea, shoes: the kind as such.</summary>
    public Slot Bare(Noun noun, IReadOnlyList<string> combinations)
    {
        var id = NewLink();
        return Make(
            [Sure(noun.Chinese, id)], (_, _) => Words(noun.Generic, id),
            noun.IsMass ? Agreement.Third : Agreement.Plural, noun.Kind, noun, combinations);
    }

    /// <summary>The bare head: "book", in the form <c>pl</c> "books".</summary>
    public Slot Head(Noun noun, IReadOnlyList<string> combinations)
    {
        var id = NewLink();
        return Make(
            [Sure(noun.Chinese, id)],
            (form, _) => Words(form == "pl" || noun.IsPair ? noun.Generic : noun.Singular, id),
            noun.IsPair ? Agreement.Plural : Agreement.Third, noun.Kind, noun, combinations);
    }

    /// <summary>The book, the tea, the shoes.</summary>
    public Slot The(Noun noun, IReadOnlyList<string> combinations)
    {
        var head = Head(noun, combinations);
        return Make(
            head.Chinese(""), (form, a) => [new Token("the").MayLink(_links), .. head.English(form, a)],
            head.Agreement, noun.Kind, noun, combinations);
    }

    /// <summary>三 本 书, 一 杯 茶, 两 双 新 鞋.</summary>
    public Slot Counted(Noun noun, IReadOnlyList<string> combinations) =>
        // One does not ride three horses at once.
        noun.Kind is "mount" or "car" || random.Chance(0.55)
            ? One(noun, combinations)
            : Counted(noun, combinations, 2 + random.Next(random.Chance(0.7) ? 4 : 10));

    /// <summary>一 件 衬衫: just one.</summary>
    public Slot One(Noun noun, IReadOnlyList<string> combinations) => Counted(noun, combinations, 1);

    private Slot Counted(Noun noun, IReadOnlyList<string> combinations, int count)
    {
        if (noun.Classifier.Length == 0) return Bare(noun, combinations);
        var (number, measure, head) = (NewLink(), NewLink(), NewLink());
        var attribute = Attribute(noun);
        var isPlural = count > 1;
        var chinese = new List<Token>
        {
            Sure(NumberWords.ChineseCount(count), number), Measure(noun, number, measure),
        };
        chinese.AddRange(attribute.Chinese);
        chinese.Add(Sure(noun.Chinese, head));

        IReadOnlyList<Token> English()
        {
            var words = new List<Token> { Sure(count == 1 ? "a" : NumberWords.English(count), number) };
            AppendHead(words, noun, isPlural, measure, head, attribute.English);
            return words;
        }

        return Make(
            chinese, (_, _) => English(), isPlural ? Agreement.Plural : Agreement.Third, noun.Kind, noun,
            [.. combinations, .. attribute.Combinations]);
    }

    /// <summary>几 本 书: how many books.</summary>
    public Slot HowMany(Noun noun, IReadOnlyList<string> combinations)
    {
        var (number, measure, head) = (NewLink(), NewLink(), NewLink());
        return Make(
            [Sure("几", number), Measure(noun, number, measure), Sure(noun.Chinese, head)],
            (_, _) =>
            {
                var words = new List<Token> { Sure("how", number), Sure("many", number) };
                AppendHead(words, noun, true, measure, head, []);
                return words;
            },
            Agreement.Plural, noun.Kind, noun, combinations);
    }

    /// <summary>这 本 书, 那些 书, 我 的 书.</summary>
    public Slot Definite(Noun noun, IReadOnlyList<string> combinations)
    {
        if (noun.Classifier.Length == 0) return noun.Kind == "task" ? Owned(noun, combinations) : Bare(noun, combinations);
        return random.Chance(0.6) ? Pointed(noun, combinations) : Owned(noun, combinations);
    }

    /// <summary>我 的 书, 王明 的 雨伞.</summary>
    public Slot Owned(Noun noun, IReadOnlyList<string> combinations)
    {
        var owner = random.Chance(0.75) ? Pronoun(_ => true) : Name();
        var head = NewLink();
        return Make(
            [.. owner.Chinese("poss"), Sure(noun.Chinese, head)],
            (_, _) =>
                [.. owner.English("poss", Agreement.Third), .. Words(noun.IsPair ? noun.Plural : noun.Singular, head)],
            noun.IsPair ? Agreement.Plural : Agreement.Third, noun.Kind, noun, combinations);
    }

    /// <summary>One of the items, the first ones more often: words of a real text are not equally frequent either.</summary>
    public T Skewed<T>(IReadOnlyList<T> items)
    {
        var u = random.NextDouble();
        return items[(int)(items.Count * u * Math.Sqrt(u))];
    }

    /// <summary>English words that all translate the one link; articles and the like only possibly.</summary>
    public static Token[] Words(string english, int id) =>
    [
        .. english.Split(' ').Select(word =>
            s_functionWords.Contains(word) ? new Token(word).MayLink(id) : Sure(word, id)),
    ];

    /// <summary>A token with one sure link.</summary>
    public static Token Sure(string text, int id) => new Token(text).Link(id);

    private static Token Measure(Noun noun, int number, int measure) =>
        noun.Container.Length > 0 ? Sure(noun.Classifier, measure) : new Token(noun.Classifier).MayLink(number);

    private static void AppendHead(
        List<Token> words, Noun noun, bool isPlural, int measure, int head, IReadOnlyList<Token> attribute)
    {
        if (noun.Container.Length > 0)
        {
            var container = !isPlural ? noun.Container
                : noun.Container == "glass" ? "glasses" : noun.Container + "s";
            words.Add(Sure(container, measure));
            words.Add(new Token("of").MayLink(measure));
            words.AddRange(attribute);
            words.AddRange(Words(noun.Generic, head));
            return;
        }

        words.AddRange(attribute);
        words.AddRange(Words(isPlural ? noun.Plural : noun.Singular, head));
    }

    private Slot Pointed(Noun noun, IReadOnlyList<string> combinations)
    {
        var (pointer, measure, head) = (NewLink(), NewLink(), NewLink());
        var isNear = random.Chance(0.6);
        var isPlural = noun is { IsMass: false, IsPair: false } && random.Chance(0.25);
        var attribute = Attribute(noun);
        var (chinese, english) = (isNear, isPlural) switch
        {
            (true, false) => ("这", "this"),
            (false, false) => ("那", "that"),
            (true, true) => ("这些", "these"),
            (false, true) => ("那些", "those"),
        };
        List<Token> tokens = [Sure(chinese, pointer)];
        if (!isPlural) tokens.Add(Measure(noun, pointer, measure));
        tokens.AddRange(attribute.Chinese);
        tokens.Add(Sure(noun.Chinese, head));
        return Make(
            tokens,
            (_, _) =>
            {
                List<Token> words = [Sure(english, pointer)];
                AppendHead(words, noun, isPlural, measure, head, attribute.English);
                return words;
            },
            isPlural ? Agreement.Plural : Agreement.Third, noun.Kind, noun, [.. combinations, .. attribute.Combinations]);
    }

    private (Token[] Chinese, Token[] English, string[] Combinations) Attribute(Noun noun)
    {
        if (noun.Kind is "clothes" or "accessory" or "car" or "vehicle" && random.Chance(0.25))
        {
            var color = Skewed(Lexicon.Lists["color"]);
            var id = NewLink();
            return ([Sure(color.Chinese, id), new Token("的").MayLink(id)], Words(color.English, id), [$"{color.Chinese}|{noun.Chinese}"]);
        }

        var fitting = Lexicon.AdjectivesFor(noun.Kind)
            .Where(a => a.TakesDe || s_plainAttributes.Contains(a.Chinese)).ToArray();
        if (fitting.Length == 0 || !random.Chance(0.2)) return ([], [], []);
        var adjective = Skewed(fitting);
        var link = NewLink();
        Token[] chinese = adjective.TakesDe
            ? [Sure(adjective.Chinese, link), new Token("的").MayLink(link)]
            : [Sure(adjective.Chinese, link)];
        return (chinese, Words(adjective.English, link), [$"{adjective.Chinese}|{noun.Chinese}"]);
    }

    private Slot WithPossessive(IReadOnlyList<Token> chinese, Func<IReadOnlyList<Token>> english, string word,
        Agreement agreement = Agreement.Third)
    {
        var de = NewLink();
        return new Slot
        {
            Chinese = form => form == "poss" ? [.. chinese, Sure("的", de)] : chinese,
            English = (form, _) => form == "poss" ? WithEnding(english(), Sure("'s", de)) : english(),
            Agreement = agreement,
            Kind = "who",
            Word = word,
        };
    }

    // Where the Chinese has no 的, the 's may be linked to the owner.
    private static List<Token> WithEnding(IReadOnlyList<Token> owner, Token ending)
    {
        foreach (var id in owner[^1].Sure) ending.MayLink(id);
        return [.. owner, ending];
    }

    private static Slot Make(
        IReadOnlyList<Token> chinese, Func<string, Agreement, IReadOnlyList<Token>> english, Agreement agreement, string kind,
        object? word, IReadOnlyList<string>? combinations = null) => new()
        {
            Chinese = _ => chinese,
            English = english,
            Agreement = agreement,
            Kind = kind,
            Word = word,
            Combinations = combinations ?? [],
        };
}
