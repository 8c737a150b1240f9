using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Seq2Seq.Host.Formatting;

/// <summary>
/// Formatters a type brings along without knowing any notebook host: an attribute whose type is named
/// <c>TypeFormatterSourceAttribute</c> names a source; its <c>CreateTypeFormatters()</c> gives objects with <c>MimeType</c> and
/// <c>Format(object, TextWriter)</c>. Without <c>PreferredMimeTypes</c> only text/html is asked for.
/// </summary>
internal static class ConventionFormatters
{
    private static readonly ConcurrentDictionary<Type, Formatter[]> known = new();

    /// <summary>Adds the forms the value's type prefers; nothing for a type without the attribute.</summary>
    public static void Format(object value, IDictionary<string, string> forms)
    {
        foreach (var formatter in known.GetOrAdd(value.GetType(), Find))
        {
            var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (formatter.Format(value, writer)) forms.TryAdd(formatter.MimeType, writer.ToString());
        }
    }

    private static Formatter[] Find(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var attribute in current.GetCustomAttributes(inherit: false))
            {
                if (attribute.GetType().Name == "TypeFormatterSourceAttribute") return FromSource(attribute);
            }
        }
        return [];
    }

    private static Formatter[] FromSource(object attribute)
    {
        var kind = attribute.GetType();
        if (kind.GetProperty("FormatterSourceType")?.GetValue(attribute) is not Type sourceType) return [];
        var preferred = kind.GetProperty("PreferredMimeTypes")?.GetValue(attribute) as string[];
        var wanted = preferred is { Length: > 0 } ? preferred : ["text/html"];
        var source = Activator.CreateInstance(sourceType);
        if (sourceType.GetMethod("CreateTypeFormatters")?.Invoke(source, null) is not IEnumerable formatters) return [];
        var all = new List<Formatter>();
        foreach (var formatter in formatters)
        {
            var format = formatter.GetType().GetMethod("Format", BindingFlags.Instance | BindingFlags.Public, [typeof(object), typeof(TextWriter)]);
            if (formatter.GetType().GetProperty("MimeType")?.GetValue(formatter) is string mimeType && format is not null)
                all.Add(new Formatter(mimeType, (value, writer) => format.Invoke(formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null) is true));
        }
        return [.. wanted.SelectMany(mimeType => all.Where(formatter => formatter.MimeType == mimeType))];
    }

    private sealed record Formatter(string MimeType, Func<object, TextWriter, bool> Format);
}
