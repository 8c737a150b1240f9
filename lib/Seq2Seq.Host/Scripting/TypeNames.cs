namespace Seq2Seq.Host.Scripting;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>Without namespaces: <c>Dictionary&lt;string, int[]&gt;</c>.</summary>
    public static string Short(Type type)
    {
        if (keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef) return "ref " + Short(type.GetElementType()!);
        if (type.IsPointer) return Short(type.GetElementType()!) + "*";
        if (type.IsArray)
        {
            // C# writes the outer rank first: int[][,] is an array of two-dimensional arrays.
            var ranks = "";
            var element = type;
            for (; element.IsArray; element = element.GetElementType()!) ranks += $"[{new string(',', element.GetArrayRank() - 1)}]";
            return Short(element) + ranks;
        }
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Short(underlying) + "?";
        if (IsAnonymous(type)) return "(anonymous)";
        if (!type.IsGenericType) return type.Name;
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
            return $"({string.Join(", ", type.GetGenericArguments().Select(Short))})";
        var name = type.Name.Split('`')[0];
        var count = type.Name.Contains('`', StringComparison.Ordinal) ? int.Parse(type.Name.Split('`')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return count == 0 ? name : $"{name}<{string.Join(", ", type.GetGenericArguments().TakeLast(count).Select(Short))}>";
    }

    /// <summary>Made by <c>new { ... }</c>.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
