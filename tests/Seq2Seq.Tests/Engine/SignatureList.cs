using System.Text.RegularExpressions;

namespace Seq2Seq.Tests.Engine;

/// <summary>Members of TorchSharp, read from a list of signatures: sections name the owner, lines the members.</summary>
internal sealed partial class SignatureList
{
    private readonly Dictionary<string, List<string[]>> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    /// <summary>Adds a file.</summary>
    public SignatureList With(string path)
    {
        var owner = "";
        foreach (var line in File.ReadLines(path).Select(line => line.Split(" | ")[0]))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) _types.Add(owner = Owner(line[3..]));
            else if (line.StartsWith("public ", StringComparison.Ordinal)) Add(owner, Modifiers().Replace(line["public ".Length..], ""));
        }

        return this;
    }

    /// <summary>True if a member of that name takes these parameters as far as source code can tell.</summary>
    public bool Has(string use)
    {
        var open = use.IndexOf('(');
        var (name, parameters) = open < 0 ? (use, []) : (use[..open], Split(use[(open + 1)..^1]));
        return _methods.TryGetValue(name, out var forms)
            && forms.Any(form => form.Length == parameters.Length && form.Zip(parameters).All(pair => Fits(pair.First, pair.Second)));
    }

    /// <summary>True if a section is about the type, or a member gives it.</summary>
    public bool HasType(string type) => _types.Contains(type);

    // C# calls the listed form with the same text: whole numbers widen, a collection expression becomes whatever is
    // asked for, and so do numbers in a row, which an array of its own need not carry.
    private static bool Fits(string listed, string used) => listed == used
        || (listed == "long" && used == "int")
        || (listed == "params long[]" && used is "long[]" or "ReadOnlySpan<long>")
        || (TypeParameter().IsMatch(listed) && used.StartsWith('!'))
        || (listed is "T[]" or "nn.Module[]" && used == "!!0[]")
        || (listed is "IList<Tensor>" or "IEnumerable<Tensor>" or "Tensor[]" && used is "IList<Tensor>" or "ReadOnlySpan<Tensor>" or "Tensor[]");

    private void Add(string owner, string member)
    {
        if (!member.EndsWith(')'))
        {
            var property = Accessors().Replace(member, "").TrimEnd(';', ' ');
            var name = property[(property.LastIndexOf(' ') + 1)..];
            var type = property[..property.LastIndexOf(' ')];
            AddForm($"{owner}.{name}", []);
            AddForm($"{owner}.get_{name}", []);
            if (member.Contains("set;", StringComparison.Ordinal)) AddForm($"{owner}.set_{name}", [type]);
            return;
        }

        var depth = 0;
        var open = member.Length - 1;
        for (; open >= 0; open--)
        {
            if (member[open] == ')') depth++;
            if (member[open] == '(' && --depth == 0) break;
        }

        var method = MethodName().Match(member[..open]).Groups[1].Value;
        var types = Split(member[(open + 1)..^1]).Select(parameter =>
        {
            var bare = Default().Replace(parameter, "").Replace("params ", "", StringComparison.Ordinal);
            var type = bare[..bare.LastIndexOf(' ')];
            _types.Add("torch." + type.TrimEnd('?'));
            _types.Add(type.TrimEnd('?'));
            return parameter.StartsWith("params long[]", StringComparison.Ordinal) ? "params long[]" : type;
        }).ToArray();
        _types.Add(member.Split(' ')[0]);
        AddForm(method == "ctor" ? $"{owner}..ctor" : $"{owner}.{method}", types);
    }

    private void AddForm(string name, string[] parameters)
    {
        if (!_methods.TryGetValue(name, out var forms)) _methods[name] = forms = [];
        forms.Add(parameters);
    }

    private static string Owner(string header)
    {
        var words = header.Split(' ');
        var name = words[0] == "TYPE" ? words[1].Split(':')[1] : words[0];
        return name.Split('`')[0].Replace("Modules.", "", StringComparison.Ordinal);
    }

    // At commas that stand in no bracket.
    private static string[] Split(string parameters)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < parameters.Length; i++)
        {
            if ("(<[".Contains(parameters[i])) depth++;
            if (")>]".Contains(parameters[i])) depth--;
            if (parameters[i] != ',' || depth > 0) continue;
            parts.Add(parameters[start..i].Trim());
            start = i + 1;
        }

        if (parameters.Length > 0) parts.Add(parameters[start..].Trim());
        return [.. parts];
    }

    [GeneratedRegex(@"^(?:(?:static|virtual|override|abstract|sealed) )*")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@" \{.*$")]
    private static partial Regex Accessors();

    [GeneratedRegex(@" = .*$")]
    private static partial Regex Default();

    [GeneratedRegex(@"(\w+)(?:<[^()<>]*>)?$")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"^T\d?$")]
    private static partial Regex TypeParameter();
}
