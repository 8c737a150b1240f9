using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Exercises;

/// <summary>Values and types as a learner would write them.</summary>
internal static class AnswerText
{
    private const int ItemsShown = 12;

    public static string Of(object? value) => AnswerComparer.Settle(value) switch
    {
        null => "null",
        string text => $"\"{(text.Length > 200 ? text[..200] + "..." : text)}\"",
        bool flag => flag ? "true" : "false",
        float or double or decimal => Number(AnswerComparer.AsNumber(value)!.Value),
        TensorValue tensor =>
            $"a tensor ({string.Join(", ", tensor.Shape)}) {List(tensor.Items.Cast<object?>(), tensor.Items.Length)}",
        Array { Rank: > 1 } array =>
            $"({string.Join(", ", AnswerComparer.Sizes(array))}) {List(array.Cast<object?>(), array.Length)}",
        IDictionary pairs => "{" + Joined(
            pairs.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(pairs[key])}"), pairs.Count) + "}",
        IEnumerable items => List(items.Cast<object?>(), items.Cast<object?>().Count()),
        ITuple tuple => "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))) + ")",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    /// <summary>How many items, or which shape; null if the value has neither.</summary>
    public static string? SizeOf(object? value) => AnswerComparer.Settle(value) switch
    {
        TensorValue tensor => $"({string.Join(", ", tensor.Shape)})",
        Array array => $"({string.Join(", ", AnswerComparer.Sizes(array))})",
        string => null,
        ICollection items => items.Count.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary><c>(double[] scores, int k) → double</c>.</summary>
    public static string Signature(MethodInfo method) =>
        $"({string.Join(", ", method.GetParameters().Select(parameter => TypeName(parameter.ParameterType)))}) → {TypeName(method.ReturnType)}";

    public static string TypeName(Type type)
    {
        if (type.IsArray) return $"{TypeName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (typeof(ITuple).IsAssignableFrom(type) && type.IsGenericType)
            return $"({string.Join(", ", type.GetGenericArguments().Select(TypeName))})";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>";
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Boolean => "bool",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.String => "string",
            TypeCode.Char => "char",
            _ when type == typeof(void) => "void",
            _ when type == typeof(object) => "object",
            _ => type.Name,
        };
    }

    private static string Number(double value) =>
        value.ToString("0.######", CultureInfo.InvariantCulture) is var text && text is "0" or "-0" && value != 0
        ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
        : text;

    private static string List(IEnumerable<object?> items, int count) => $"[{Joined(items.Select(Of), count)}]";

    private static string Joined(IEnumerable<string> items, int count) =>
        string.Join(", ", items.Take(ItemsShown)) + (count > ItemsShown ? $", ... {count} in all" : "");
}
