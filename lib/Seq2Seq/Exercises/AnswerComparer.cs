using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Seq2Seq.Exercises;

/// <summary>Whether two results mean the same, whatever holds them: numbers by a tolerance, sequences and tensors item
/// by item.</summary>
internal static class AnswerComparer
{
    /// <summary>Runs a lazy sequence once, so that what it throws or draws is not drawn again; a tensor becomes numbers
    /// with a shape.</summary>
    public static object? Settle(object? value) => value switch
    {
        Tensor tensor => TensorValue.Of(tensor),
        null or string or Array or IDictionary or ICollection => value,
        _ when IsSet(value) => value,
        IEnumerable sequence => sequence.Cast<object?>().Take(100_000).Select(Settle).ToArray(),
        _ => value,
    };

    public static bool Same(object? first, object? second, double tolerance)
    {
        (first, second) = (Settle(first), Settle(second));
        if (first is null || second is null) return first is null && second is null;
        if (AsNumber(first) is { } a && AsNumber(second) is { } b) return Close(a, b, tolerance);
        if (first is string || second is string) return first is string && first.Equals(second);
        if (first is TensorValue ours && second is TensorValue theirs)
        {
            return ours.Shape.SequenceEqual(theirs.Shape)
                && ours.Items.Zip(theirs.Items).All(pair => Close(pair.First, pair.Second, tolerance));
        }

        if (first is Array { Rank: > 1 } left && second is Array { Rank: > 1 } right
            && !Sizes(left).SequenceEqual(Sizes(right))) return false;
        if (first is IDictionary pairs && second is IDictionary others)
        {
            return pairs.Count == others.Count
                && pairs.Keys.Cast<object>().All(key => others.Contains(key)
                    && Same(pairs[key], others[key], tolerance));
        }

        if (IsSet(first) && IsSet(second))
            return ((IEnumerable)first).Cast<object>().ToHashSet().SetEquals(((IEnumerable)second).Cast<object>());
        if (first is IEnumerable items && second is IEnumerable otherItems)
        {
            var (some, more) = (items.Cast<object?>().ToArray(), otherItems.Cast<object?>().ToArray());
            return some.Length == more.Length && some.Zip(more).All(pair => Same(pair.First, pair.Second, tolerance));
        }

        if (first is ITuple tuple && second is ITuple other)
        {
            return tuple.Length == other.Length
                && Enumerable.Range(0, tuple.Length).All(i => Same(tuple[i], other[i], tolerance));
        }

        return first.Equals(second);
    }

    public static bool TryConvert<T>(object value, out T? converted)
    {
        converted = default;
        if (AsNumber(value) is not { } number || !typeof(T).IsPrimitive || typeof(T) == typeof(bool)
            || typeof(T) == typeof(char)) return false;
        try
        {
            converted = (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
            return Convert.ToDouble(converted, CultureInfo.InvariantCulture) == number || double.IsNaN(number)
                || typeof(T) == typeof(float);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    public static double? AsNumber(object? value) => value switch
    {
        double or float or decimal or int or long or short or byte or sbyte or uint or ulong or ushort =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static int[] Sizes(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];

    private static bool IsSet(object value) =>
        value.GetType().GetInterfaces()
            .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static bool Close(double a, double b, double tolerance) =>
        a.Equals(b) || (double.IsFinite(a) && double.IsFinite(b) // else an infinite tolerance would forgive everything
            && Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))));
}
