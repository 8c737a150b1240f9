using System.Text;
using System.Text.RegularExpressions;

namespace Seq2Seq.Host.Scripting.Directives;

/// <summary>Splits a cell at its directives: lines that begin with <c>#!</c>, <c>#r "</c> or <c>#i "</c> at column 0.</summary>
internal static partial class CellParser
{
    /// <summary>What this host understands, for error messages and <c>#!lsmagic</c>.</summary>
    public static IReadOnlyList<(string Usage, string Meaning)> Known { get; } =
    [
        ("#r \"path\"", "reference an assembly file; before the cell's first line of C#"),
        ("#r \"nuget:Name, Version\"", "reference a NuGet package"),
        ("#i \"nuget:source\"", "add a NuGet source"),
        ("#!csharp", "what follows is C#"),
        ("#!html", "what follows is HTML to show"),
        ("#!markdown", "what follows is Markdown to show"),
        ("#!mermaid", "what follows is a Mermaid diagram to show"),
        ("#!import file", "run a notebook or a script file here"),
        ("#!time", "say how long what follows takes"),
        ("#!who", "name the variables; #!whos shows their values too"),
        ("#!lsmagic", "list these directives"),
    ];

    /// <summary>The steps of a cell.</summary>
    /// <exception cref="DirectiveException">A directive is unknown or wrongly written.</exception>
    public static IReadOnlyList<CellStep> Parse(string cell)
    {
        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        var steps = new List<CellStep>();
        var language = "csharp";
        var code = new StringBuilder();
        var codeLines = 0;
        var content = new StringBuilder();

        void EndSection()
        {
            if (language == "csharp")
            {
                if (HasCode(code.ToString())) steps.Add(new CSharpStep(code.ToString()));
                code.Clear();
                codeLines = 0;
            }
            else
            {
                var text = content.ToString().Trim('\n');
                if (text.Length > 0) steps.Add(Content(language, text));
                content.Clear();
            }
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var isDirective = line.StartsWith("#!", StringComparison.Ordinal);
            if (isDirective && Language(line) is { } next)
            {
                EndSection();
                language = next;
            }
            else if (language != "csharp" && !isDirective)
            {
                content.Append(lines[i]).Append('\n');
            }
            else if (isDirective)
            {
                EndSection();
                language = "csharp";
                steps.Add(Magic(line, i + 1));
            }
            else if (Reference().IsMatch(line) && !HasCode(code.ToString()))
            {
                steps.Add(ReferenceOf(line, i + 1));
            }
            else
            {
                // A package may be named below code too, as .NET Interactive allows; it is fetched before the code runs.
                if (Reference().Match(line) is { Success: true } match && match.Groups["text"].Value.StartsWith("nuget:", StringComparison.Ordinal))
                {
                    steps.Add(ReferenceOf(line, i + 1));
                    continue;
                }
                for (; codeLines < i; codeLines++) code.Append('\n');
                code.Append(lines[i]).Append('\n');
                codeLines++;
            }
        }
        EndSection();
        return steps;
    }

    private static string? Language(string line) => line switch
    {
        "#!csharp" or "#!c#" or "#!C#" => "csharp",
        "#!html" => "html",
        "#!markdown" => "markdown",
        "#!mermaid" => "mermaid",
        _ => null,
    };

    private static ContentStep Content(string language, string text) => language switch
    {
        "html" => new ContentStep("text/html", text),
        "markdown" => new ContentStep("text/markdown", text),
        _ => new ContentStep("text/vnd.mermaid", text),
    };

    private static CellStep Magic(string line, int number)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? line : line[..space];
        var argument = space < 0 ? "" : line[(space + 1)..].Trim().Trim('"');
        return name switch
        {
            "#!time" => new TimeStep(),
            "#!who" => new WhoStep(false),
            "#!whos" => new WhoStep(true),
            "#!lsmagic" => new ListDirectivesStep(),
            "#!import" when argument.Length > 0 => new ImportStep(argument, number),
            "#!import" => throw new DirectiveException("#!import names no file. Write #!import \"other.ipynb\".", number),
            _ => throw Unknown(name, number),
        };
    }

    private static DirectiveException Unknown(string name, int number) => new(
        $"{name} is not a directive of this host. It knows {string.Join(", ", Known.Select(known => known.Usage))}.", number);

    private static CellStep ReferenceOf(string line, int number)
    {
        var match = Reference().Match(line);
        var text = match.Groups["text"].Value.Trim();
        if (match.Groups["rest"].Value.Trim() is { Length: > 0 } rest && !rest.StartsWith("//", StringComparison.Ordinal))
            throw new DirectiveException($"#{match.Groups["kind"].Value} \"{text}\" is followed by {rest}. Leave nothing behind the closing quote.", number);
        if (text.Length == 0)
            throw new DirectiveException("#r \"\" names nothing. Write #r \"path/to/library.dll\" or #r \"nuget:Name, Version\".", number);
        if (!text.StartsWith("nuget:", StringComparison.Ordinal))
            return match.Groups["kind"].Value == "r" ? new ReferenceStep(text, number) : throw new DirectiveException($"#i \"{text}\" is not a package source. Write #i \"nuget:https://...\".", number);
        var package = text["nuget:".Length..].Trim();
        if (match.Groups["kind"].Value == "i") return new PackageSourceStep(package);
        var comma = package.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? new PackageStep(package, null, number)
            : new PackageStep(package[..comma].Trim(), package[(comma + 1)..].Trim(), number);
    }

    private static bool HasCode(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty && !trimmed.StartsWith("//")) return true;
        }
        return false;
    }

    [GeneratedRegex("^#(?<kind>[ri])\\s*\"(?<text>[^\"]*)\"(?<rest>.*)$")]
    private static partial Regex Reference();
}
