using Microsoft.CodeAnalysis;

namespace Seq2Seq.Host.Export.App;

/// <summary>The names cells declare: the first keeps it, a later one of the same name gets a number.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal) { ["Main"] = 1, ["Notebook"] = 1 };
    private readonly HashSet<string> locals = new(StringComparer.Ordinal);

    /// <summary>Declares a symbol; overloads of one cell share a name.</summary>
    public string Declare(ISymbol symbol, bool isLocal)
    {
        var key = Key(symbol);
        if (bySymbol.TryGetValue(key, out var present)) return present;
        var sibling = symbol is IMethodSymbol ? bySymbol.GetValueOrDefault(Group(symbol)) : null;
        var count = sibling is null ? taken[symbol.Name] = taken.GetValueOrDefault(symbol.Name) + 1 : 0;
        // A local of Main may not share its name with a lambda's parameter: it is marked.
        var name = sibling ?? (count == 1 && !isLocal ? symbol.Name : $"{symbol.Name}_{(isLocal ? "v" : "")}{count}");
        bySymbol[key] = name;
        if (symbol is IMethodSymbol) bySymbol[Group(symbol)] = name;
        if (isLocal) locals.Add(key);
        return name;
    }

    /// <summary>The name of a declared symbol; null for one that no cell declares.</summary>
    public string? Find(ISymbol symbol) => bySymbol.GetValueOrDefault(Key(symbol));

    /// <summary>Whether the symbol lives in Main and not in a field.</summary>
    public bool IsLocal(ISymbol symbol) => locals.Contains(Key(symbol));

    private static string Key(ISymbol symbol) => $"{symbol.ContainingAssembly?.Name}|{symbol.GetDocumentationCommentId()}";

    private static string Group(ISymbol symbol) => $"{symbol.ContainingAssembly?.Name}|methods {symbol.Name}";
}
