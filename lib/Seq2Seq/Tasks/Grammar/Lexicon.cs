namespace Seq2Seq.Tasks.Grammar;

/// <summary>The words of the Chinese-English grammar, read from the tables in the other parts of this class.</summary>
internal static partial class Lexicon
{
    /// <summary>Nouns by kind.</summary>
    public static IReadOnlyDictionary<string, Noun[]> Nouns { get; } = ReadNouns();

    /// <summary>Verbs that take an object.</summary>
    public static IReadOnlyList<Verb> Verbs { get; } = ReadVerbs(VerbTable);

    /// <summary>Verbs that stand alone.</summary>
    public static IReadOnlyList<Verb> Actions { get; } = ReadVerbs(ActionTable);

    /// <summary>Adjectives with the kinds of nouns they fit.</summary>
    public static IReadOnlyList<Adjective> Adjectives { get; } = ReadAdjectives();

    /// <summary>Places inside a town.</summary>
    public static IReadOnlyList<Place> Places { get; } = ReadPlaces();

    /// <summary>Fixed pairings by list name.</summary>
    public static IReadOnlyDictionary<string, Pairing[]> Lists { get; } = ReadLists();

    /// <summary>The adjectives that can be said of a kind of noun.</summary>
    public static Adjective[] AdjectivesFor(string kind) => [.. Adjectives.Where(a => a.Kinds.Contains(kind))];

    /// <summary>The place of that Chinese name.</summary>
    public static Place PlaceNamed(string chinese) => Places.Single(p => p.Chinese == chinese);

    // kind: line of entries "中文 量词[:container] singular plural", separated by ';'; '-' stands for nothing, '_' for a blank.
    private static Dictionary<string, Noun[]> ReadNouns()
    {
        var kinds = new Dictionary<string, Noun[]>(StringComparer.Ordinal);
        foreach (var (kind, entries) in Sections(NounTable))
        {
            kinds[kind] =
            [
                .. entries.Select(fields =>
                {
                    var measure = fields[1].Split(':');
                    var classifier = Text(measure[0]);
                    var container = measure.Length > 1 ? Text(measure[1]) : "";
                    return new Noun(fields[0], classifier, container, Text(fields[2]), Text(fields[3]), kind);
                }),
            ];
        }

        return kinds;
    }

    private static Verb[] ReadVerbs(string table) =>
    [
        .. Lines(table).Select(line =>
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Verb(
                fields[0].TrimStart('*', '!'), Text(fields[1]), Text(fields[2]), Text(fields[3]), Parts(fields[4]), Parts(fields[5]),
                fields[0].StartsWith('*'), !fields[0].StartsWith('!'));
        }),
    ];

    private static Adjective[] ReadAdjectives() =>
    [
        .. Lines(AdjectiveTable).Select(line =>
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (english, comparative) = (Text(fields[1]), Text(fields[2]));
            var superlative = comparative.StartsWith("more ", StringComparison.Ordinal)
                ? "most " + comparative[5..]
                : comparative[..^1] + "st";
            return new Adjective(fields[0], english, comparative, superlative, Parts(fields[3]));
        }),
    ];

    private static Place[] ReadPlaces() =>
    [
        .. Sections(PlaceTable).SelectMany(section =>
            section.Entries.Select(f => new Place(f[0], f[1], Text(f[2]), section.Name))),
    ];

    private static Dictionary<string, Pairing[]> ReadLists() =>
        Sections(ListTable).ToDictionary(
            section => section.Name,
            section => section.Entries.Select(f => new Pairing(Text(f[0]), Text(f[1]))).ToArray(),
            StringComparer.Ordinal);

    private static IEnumerable<(string Name, string[][] Entries)> Sections(string table) =>
        Lines(table)
            .Select(line => line.Split(": ", 2))
            .Select(halves => (halves[0], halves[1]
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .ToArray()));

    private static string[] Lines(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Parts(string field) => field == "-" ? [] : field.Split(',');

    private static string Text(string field) => field == "-" ? "" : field.Replace('_', ' ');
}
