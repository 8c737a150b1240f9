using System.Text.RegularExpressions;

namespace Course.Tests.Rooms;

/// <summary>What the files of a room may not use, and why.</summary>
/// <param name="Room">A folder of lib, with forward slashes.</param>
/// <param name="Forbidden">A pattern of namespaces.</param>
/// <param name="Reason">What would be lost.</param>
internal sealed partial record RoomRule(string Room, string Forbidden, string Reason)
{
    /// <summary>The uses in these sources that break the rule, each with its file and line.</summary>
    public IEnumerable<string> Violations(IEnumerable<(string Path, string[] Lines)> sources)
    {
        foreach (var (path, lines) in sources.Where(source => source.Path.StartsWith(Room + "/", StringComparison.Ordinal)))
        {
            for (var i = 0; i < lines.Length; i++)
            {
                var used = Using().Match(lines[i]);
                if (used.Success && Regex.IsMatch(used.Groups["name"].Value, $"^(?:{Forbidden})(?:\\.|$)"))
                    yield return $"{path}({i + 1}) uses {used.Groups["name"].Value}: {Reason}";
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?<name>[A-Z][\w.]*)[\w<>, ]*;")]
    private static partial Regex Using();
}
