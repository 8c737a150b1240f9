namespace Seq2Seq.Display;

/// <summary>Every error of this library: the operation, what came, what was expected, the remedy.</summary>
internal static class Throw
{
    public static void IfLengthsDiffer(string operation, string name, int actual, string other, int expected)
    {
        if (actual != expected)
            throw new ArgumentException($"{operation}: {name} has {Values(actual)}, {other} has {expected}. " +
                $"Pass as many of one as of the other.");
    }

    public static void IfRagged(string operation, int row, int actual, int expected)
    {
        if (actual != expected)
            throw new ArgumentException($"{operation}: row {row} has {Values(actual)}, row 0 has {expected}. " +
                "Pad the rows to one length (double.NaN shows as an empty cell).");
    }

    public static void IfNotPositive(string operation, string name, double value)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw new ArgumentException($"{operation}: {name} is {FormattableString.Invariant($"{value}")}, " +
                "a finite number above 0 was expected.");
    }

    public static void IfOutside(string operation, string name, long value, long count, string remedy)
    {
        if (value < 0 || value >= count)
            throw new ArgumentException($"{operation}: {name} is {value}, 0 to {count - 1} was expected ({count} in all). " +
                remedy);
    }

    public static void IfEmptyRange(string operation, double minimum, double maximum)
    {
        if (!(minimum < maximum) || !double.IsFinite(minimum) || !double.IsFinite(maximum))
            throw new ArgumentException(FormattableString.Invariant(
                $"{operation}: the range is {minimum} to {maximum}, two finite numbers with the smaller first were expected."));
    }

    public static void IfNotRising(string operation, string name, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || (i > 0 && values[i] <= values[i - 1]))
                throw new ArgumentException(FormattableString.Invariant($"{operation}: {name}[{i}] is {values[i]}, ") +
                    "finite numbers in rising order were expected. Sort the grid by it.");
        }
    }

    private static string Values(int count) => count == 1 ? "1 value" : $"{count} values";

    public static Exception Unknown(string operation, string what, string name, IEnumerable<string> known) =>
        new ArgumentException($"{operation}: there is no {what} '{name}'. Known: {string.Join(", ", known)}. " +
            $"Add the {what} first.");

    public static Exception Duplicate(string operation, string what, string name) =>
        new ArgumentException($"{operation}: there already is a {what} '{name}'. Give each {what} its own name.");
}
