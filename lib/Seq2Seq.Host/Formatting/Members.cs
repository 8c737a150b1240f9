using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Seq2Seq.Host.Formatting;

/// <summary>What an object shows of itself: its public properties and fields, read without trust.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, (string Name, Func<object, object?> Read)[]> known = new();

    /// <summary>Names and readers, in declaration order, base types first.</summary>
    public static (string Name, Func<object, object?> Read)[] Of(Type type) => known.GetOrAdd(type, Find);

    /// <summary>The member's value, or what its getter threw.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A getter may throw anything; the table goes on.")]
    public static object? Read(Func<object, object?> read, object owner)
    {
        try
        {
            return read(owner);
        }
        catch (Exception exception)
        {
            return new Failed(exception);
        }
    }

    /// <summary>The class says itself what it looks like.</summary>
    public static bool HasOwnText(Type type)
    {
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        return method is not null && method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType) && method.DeclaringType != typeof(Exception);
    }

    /// <summary>A tuple, with its items.</summary>
    public static bool IsTuple(object value, [NotNullWhen(true)] out System.Runtime.CompilerServices.ITuple? tuple)
    {
        tuple = value as System.Runtime.CompilerServices.ITuple;
        return tuple is not null;
    }

    /// <summary>Keys and values of any dictionary, read-only ones too; null for another value.</summary>
    public static IEnumerable<(object? Key, object? Value)>? Entries(object value)
    {
        if (value is IDictionary dictionary) return Pairs(dictionary);
        var pair = value.GetType().GetInterfaces().FirstOrDefault(face => face.IsGenericType
            && (face.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || face.GetGenericTypeDefinition() == typeof(IDictionary<,>)));
        return pair is null ? null : Pairs((IEnumerable)value);
    }

    private static IEnumerable<(object?, object?)> Pairs(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (entry.Key, entry.Value);
    }

    private static IEnumerable<(object?, object?)> Pairs(IEnumerable pairs)
    {
        foreach (var pair in pairs)
        {
            var type = pair.GetType();
            yield return (type.GetProperty("Key")!.GetValue(pair), type.GetProperty("Value")!.GetValue(pair));
        }
    }

    private static (string, Func<object, object?>)[] Find(Type type)
    {
        var members = new List<(string, Func<object, object?>)>();
        var chain = new Stack<Type>();
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType) chain.Push(current);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var current in chain)
        {
            const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
            foreach (var member in current.GetMembers(declared).OrderBy(member => member.MetadataToken))
            {
                if (member is PropertyInfo { CanRead: true } property && property.GetIndexParameters().Length == 0 && Showable(property.PropertyType)
                    && property.GetMethod is { IsPublic: true } && seen.Add(property.Name))
                    members.Add((property.Name, owner => property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null)));
                else if (member is FieldInfo field && Showable(field.FieldType) && seen.Add(field.Name))
                    members.Add((field.Name, field.GetValue));
            }
        }
        return [.. members];
    }

    private static bool Showable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef && !type.IsFunctionPointer;

    /// <summary>Stands where a getter threw.</summary>
    public sealed record Failed(Exception Exception)
    {
        public override string ToString() => $"({Scripting.TypeNames.Short(Exception.GetType())}: {Exception.Message})";
    }
}
