using System.Reflection;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>What an assembly offers to those who use it: type, then signature.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types() =>
        typeof(torch).Assembly.GetExportedTypes().OrderBy(Heading, StringComparer.Ordinal);

    /// <summary>The public members a type declares, without those the compiler adds to records and enums.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Own)
        .Where(member => member is not Type && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(member => member is not MethodInfo { IsSpecialName: true } method || method.Name.StartsWith("op_", StringComparison.Ordinal))
        .Where(member => member is not FieldInfo { IsSpecialName: true });

    /// <summary>The type as the lists head it: <c>torch.nn.Module`2</c>, <c>Modules.Linear</c>.</summary>
    public static string Heading(Type type)
    {
        var name = type.DeclaringType is { } outer ? $"{Heading(outer)}.{type.Name}" : type.Name;
        return type.DeclaringType is null && type.Namespace == "Seq2Seq.Tensors.Modules" ? "Modules." + name : name;
    }
}
