using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;

namespace Seq2Seq.Host.Formatting;

/// <summary>Values that are one piece of text.</summary>
internal static class Scalar
{
    /// <summary>The text of a scalar; null for a value that has parts.</summary>
    public static string? Of(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        char character => character.ToString(),
        bool flag => flag ? "True" : "False",
        Enum constant => constant.ToString(),
        DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
        Type type => type.FullName is { } full && !type.IsGenericType && !type.IsNested ? full : Scripting.TypeNames.Short(type),
        StringBuilder builder => builder.ToString(),
        Delegate function => Signature(function),
        DBNull => "<null>",
        Members.Failed failed => failed.ToString(),
        IFormattable formattable when IsNumber(value) || value is Guid or TimeSpan or DateOnly or TimeOnly or Complex or BigInteger or Rune
            => formattable.ToString(null, CultureInfo.InvariantCulture),
        Uri or Version or CultureInfo or Encoding => value.ToString(),
        MemberInfo member => member.ToString(),
        _ => null,
    };

    /// <summary>Stands right-aligned in a table.</summary>
    public static bool IsNumber(object? value) =>
        value is int or double or float or long or decimal or byte or sbyte or short or ushort or uint or ulong or nint or nuint or Half or Int128 or UInt128 or BigInteger;

    private static string Signature(Delegate function)
    {
        var method = function.Method;
        return $"{Scripting.TypeNames.Short(function.GetType())} ({string.Join(", ", method.GetParameters().Select(parameter => $"{Scripting.TypeNames.Short(parameter.ParameterType)} {parameter.Name}"))}) => {Scripting.TypeNames.Short(method.ReturnType)}";
    }
}
