using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>What a corpus file held: every line is either a pair or named here.</summary>
/// <param name="Name">The file.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Pairs">How many of them gave a pair.</param>
/// <param name="Problems">Everything wrong, in the order of the lines.</param>
public sealed record CorpusReport(string Name, int Lines, int Pairs, IReadOnlyList<CorpusProblem> Problems)
{
    private const int PlacesShown = 5;

    /// <summary>How many lines gave no pair.</summary>
    public int Skipped => Lines - Pairs;

    /// <summary>How many problems of one kind there are.</summary>
    public int CountOf(CorpusProblemKind kind) => Problems.Count(problem => problem.Kind == kind);

    /// <summary>One line for the file and one for each kind of problem, with the first places.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Name}: {Counted(Lines, "line")}, {Counted(Pairs, "pair")}, {Skipped} skipped");
        foreach (var kind in Problems.GroupBy(problem => (problem.Kind, problem.Skipped))
            .OrderBy(group => group.Key.Kind))
        {
            var places = string.Join(
                ", ",
                kind.Take(PlacesShown).Select(problem => problem.Line.ToString(CultureInfo.InvariantCulture)));
            var more = kind.Count() > PlacesShown ? ", ..." : "";
            text.Append(CultureInfo.InvariantCulture,
                $"\n  {kind.Count()} {Describe(kind.Key.Kind)}, {(kind.Key.Skipped ? "skipped" : "kept")}: line {places}{more}");
        }

        return text.ToString();
    }

    private static string Counted(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    internal static string Describe(CorpusProblemKind kind) => kind switch
    {
        CorpusProblemKind.EmptyLine => "empty",
        CorpusProblemKind.MissingTab => "without a tab",
        CorpusProblemKind.EmptySource => "with an empty source",
        CorpusProblemKind.EmptyTarget => "with an empty target",
        CorpusProblemKind.InvalidUtf8 => "not UTF-8",
        CorpusProblemKind.ControlCharacter => "with control characters",
        CorpusProblemKind.TooLong => "too long",
        CorpusProblemKind.Duplicate => "repeating an earlier line",
        CorpusProblemKind.Header => "naming the columns",
        CorpusProblemKind.ExtraColumns => "with more than three columns",
        _ => "with garbled text",
    };
}
