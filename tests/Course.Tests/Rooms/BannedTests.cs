using System.Text.RegularExpressions;

namespace Course.Tests.Rooms;

/// <summary>What a library whose outputs must repeat may not call.</summary>
public partial class BannedTests
{
    private static readonly string[] MayWriteToTheConsole =
    [
        "Seq2Seq.Host/", "Seq2Seq.Cli/",
        // Where progress goes when no host shows it: standard error, in one place.
        "Seq2Seq.Display/Live/Fallback.cs",
    ];

    [Fact]
    public void The_library_reads_no_clock_and_draws_no_unseeded_number() =>
        Assert.Empty(Find(ClockOrChance(), _ => true));

    [Fact]
    public void Only_hosts_use_the_console() =>
        Assert.Empty(Find(ConsoleCall(), path => !MayWriteToTheConsole.Any(start => path.StartsWith(start, StringComparison.Ordinal))));

    [Theory]
    [InlineData("var now = DateTime.Now;", true)]
    [InlineData("var random = new Random();", true)]
    [InlineData("Random.Shared.Next()", true)]
    [InlineData("var random = new Random(seed);", false)]
    [InlineData("var clock = TimeProvider.System;", false)]
    [InlineData("/// never DateTime.Now", false)]
    public void The_patterns_see_what_they_should(string line, bool isSeen) => Assert.Equal(isSeen, ClockOrChance().IsMatch(Code(line)));

    private static IEnumerable<string> Find(Regex banned, Func<string, bool> isConcerned) => Repository.Sources(Repository.Lib)
        .Where(source => isConcerned(source.Path))
        .SelectMany(source => source.Lines.Select((line, i) => (source.Path, Line: Code(line), Number: i + 1)))
        .Where(line => banned.IsMatch(line.Line)).Select(line => $"{line.Path}({line.Number}): {line.Line.Trim()}");

    private static string Code(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? line : line[..comment];
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bnew Random\(\)|\bRandom\.Shared\b")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex(@"(?<![\w.])Console\.\w")]
    private static partial Regex ConsoleCall();
}
