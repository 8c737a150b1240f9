using System.Text.RegularExpressions;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>A list of signatures under headings that name types.</summary>
internal sealed partial class ApiList
{
    private readonly Dictionary<string, List<ApiMember>> _types = [];

    private ApiList(IEnumerable<string> files)
    {
        foreach (var file in files)
            Read(file);
    }

    public static ApiList Of(params string[] names) =>
        new(names.Select(name => Path.Combine(AppContext.BaseDirectory, "Api", name)));

    public IEnumerable<string> Headings => _types.Keys;

    public IEnumerable<ApiMember> Under(string heading) => _types.GetValueOrDefault(heading) ?? [];

    private void Read(string file)
    {
        List<ApiMember>? members = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                members = Open(Heading(line[3..]));
            else if (line.Length > 0 && line[0] != '#')
                (members ?? throw new InvalidDataException($"{file}: '{line}' stands before the first heading.")).Add(ApiMember.Parse(line));
        }
    }

    private List<ApiMember> Open(string heading) =>
        _types.TryGetValue(heading, out var members) ? members : _types[heading] = [];

    // "torch.nn.Module`2 abstract class : HookableModule<...>" is torch.nn.Module`2.
    private static string Heading(string text) =>
        TypeKind().Replace(text.Split(" : ")[0], "").Replace("TYPE TorchSharp.Utils:", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@" (abstract |sealed |static )*class$")]
    private static partial Regex TypeKind();
}
