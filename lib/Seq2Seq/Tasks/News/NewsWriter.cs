using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Draws the names and numbers of one report.</summary>
internal sealed class NewsWriter(SeededRandom random)
{
    private static readonly string[] s_starts =
        ["Bel", "Cor", "Dar", "El", "Fen", "Gal", "Har", "Ish", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Ren", "Sel", "Tar", "Ul", "Ver"];

    private static readonly string[] s_middles = ["a", "e", "i", "o", "an", "en", "in", "or", "am", "el"];
    private static readonly string[] s_townEnds = ["ford", "haven", "mouth", "wick", "stead", "bridge", "dale", "field"];
    private static readonly string[] s_familyEnds = ["son", "ley", "man", "ridge", "well", "ton", "by", "shaw"];

    private static readonly string[] s_firstNames =
    [
        "Ada", "Bruno", "Clara", "David", "Elena", "Felix", "Grace", "Hugo", "Irene", "Jonas", "Karin", "Leo", "Maya", "Nils", "Olga", "Paul",
        "Rosa", "Simon", "Tessa", "Victor",
    ];

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] s_asides =
    [
        "Buses ran as usual.", "The weather was mild for the season.", "The road to the harbour stays closed until spring.",
        "Schools in the area are on holiday this week.", "Many residents followed the news on local radio.",
        "The town celebrates its founding next month.", "Shops stayed open until late in the evening.",
        "A choir sang in front of the town hall.",
    ];

    public string Town() => random.Pick(s_starts) + random.Pick(s_middles) + random.Pick(s_townEnds);

    public string Person() => $"{random.Pick(s_firstNames)} {Family()}";

    public string Family() => random.Pick(s_starts) + random.Pick(s_middles) + random.Pick(s_familyEnds);

    public string Firm() => $"{random.Pick(s_starts)}{random.Pick(s_middles)}{Pick("tec", "ra", "lux", "via", "nova", "mar")}";

    public string Day() => random.Pick(s_days);

    public string Pick(params IReadOnlyList<string> items) => random.Pick(items);

    public int Number(int minimum, int maximum) => random.Next(minimum, maximum + 1);

    /// <summary>A round number: "1,200".</summary>
    public string Round(int minimum, int maximum, int step) =>
        (step * random.Next(minimum / step, maximum / step + 1)).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The lead, then the details and a sentence beside the point in any order.</summary>
    public NewsItem Item(string lead, string summary, params string[] details)
    {
        string[] body = [.. details, random.Pick(s_asides)];
        random.Shuffle<string>(body.AsSpan());
        return new NewsItem($"{lead} {string.Join(' ', body)}", summary);
    }
}
