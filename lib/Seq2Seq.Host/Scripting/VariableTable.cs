using System.Reflection;
using Seq2Seq.Host.Formatting;

namespace Seq2Seq.Host.Scripting;

/// <summary>The session's variables, newest declaration of each name.</summary>
internal static class VariableTable
{
    /// <summary>For <c>#!who</c> names only, for <c>#!whos</c> types and values too.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<(Type Type, object? State)> submissions, bool withValues)
    {
        var variables = new SortedDictionary<string, (Type Type, object? Value)>(StringComparer.Ordinal);
        foreach (var (type, state) in submissions)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (!field.Name.StartsWith('<') && (state is not null || field.IsStatic)) variables[field.Name] = (field.FieldType, field.GetValue(state));
            }
        }
        return withValues
            ? ValueFormatter.Format(variables.Select(pair => new { Name = pair.Key, Type = TypeNames.Short(pair.Value.Type), pair.Value.Value }).ToArray())
            : ValueFormatter.Format(variables.Keys.ToArray());
    }
}
