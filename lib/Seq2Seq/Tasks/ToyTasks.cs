using System.Globalization;
using Seq2Seq.Text;

namespace Seq2Seq.Tasks;

/// <summary>Small tasks with a known right answer, each for one thing that a model must be able to do.</summary>
/// <remarks>Every source occurs once. The same arguments give the same pairs on every machine.</remarks>
public static class ToyTasks
{
    private static readonly string[] s_months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>"c a b" to "c a b": can it remember?</summary>
    public static IReadOnlyList<TaskPair> Copy(
        int count, int symbols = 20, int minimumLength = 3, int maximumLength = 10, long seed = 1) =>
        Sequences(nameof(Copy), count, symbols, minimumLength, maximumLength, seed, items => items);

    /// <summary>"c a b" to "b a c": does the order survive?</summary>
    public static IReadOnlyList<TaskPair> Reverse(
        int count, int symbols = 20, int minimumLength = 3, int maximumLength = 10, long seed = 2) =>
        Sequences(nameof(Reverse), count, symbols, minimumLength, maximumLength, seed, items => items.Reverse());

    /// <summary>"c a b" to "a b c": can it look anywhere?</summary>
    public static IReadOnlyList<TaskPair> Sort(
        int count, int symbols = 20, int minimumLength = 3, int maximumLength = 10, long seed = 3) =>
        Sequences(nameof(Sort), count, symbols, minimumLength, maximumLength, seed, items => items.Order(StringComparer.Ordinal));

    /// <summary>"535+61" to "596", for character models (the task of Keras's addition example).</summary>
    /// <param name="count">How many distinct questions; a+b and b+a count as one, as in that example.</param>
    /// <param name="digits">The most digits of an addend.</param>
    /// <param name="seed">Another seed, other questions.</param>
    public static IReadOnlyList<TaskPair> Addition(int count, int digits = 3, long seed = 4)
    {
        var random = new SeededRandom(seed);
        int Number()
        {
            var length = random.Next(1, digits + 1);
            var value = 0;
            for (var i = 0; i < length; i++) value = value * 10 + random.Next(10);
            return value;
        }

        var asked = new HashSet<(int, int)>();
        return Distinct(nameof(Addition), count, () =>
        {
            var (a, b) = (Number(), Number());
            if (!asked.Add((Math.Min(a, b), Math.Max(a, b)))) return null;
            return new TaskPair(Invariant($"{a}+{b}"), Invariant($"{a + b}"));
        });
    }

    /// <summary>"the 3rd of March 1987" to "1987-03-03": many ways to say it, one to write it.</summary>
    public static IReadOnlyList<TaskPair> Dates(int count, long seed = 5)
    {
        var random = new SeededRandom(seed);
        return Distinct(nameof(Dates), count, () =>
        {
            var (year, month) = (random.Next(1900, 2030), random.Next(1, 13));
            var day = random.Next(1, DateTime.DaysInMonth(year, month) + 1);
            var name = s_months[month - 1];
            var source = random.Next(7) switch
            {
                0 => Invariant($"{day} {name} {year}"),
                1 => Invariant($"{name} {day}, {year}"),
                2 => Invariant($"the {day}{Ordinal(day)} of {name} {year}"),
                3 => Invariant($"{day} {name[..3].ToLowerInvariant()} {year}"),
                4 => Invariant($"{day}.{month}.{year}"),
                5 => Invariant($"{name} the {day}{Ordinal(day)}, {year}"),
                _ => Invariant($"{year}年{month}月{day}日"),
            };
            return new TaskPair(source, Invariant($"{year:0000}-{month:00}-{day:00}"));
        });
    }

    /// <summary>"342" to "three hundred and forty-two".</summary>
    public static IReadOnlyList<TaskPair> EnglishNumbers(int count, int below = 1_000_000, long seed = 6) =>
        Numbers(nameof(EnglishNumbers), count, below, seed, NumberWords.English);

    /// <summary>"342" to "三百四十二".</summary>
    public static IReadOnlyList<TaskPair> ChineseNumbers(int count, int below = 1_000_000, long seed = 7) =>
        Numbers(nameof(ChineseNumbers), count, below, seed, NumberWords.Chinese);

    /// <summary>
    /// Numbers from 0 to 49 and the same from back to front, after the spec of Joey NMT's tutorial: 50,000 training pairs of up to 25
    /// numbers, 1,000 validation pairs alike, 1,000 test pairs of up to 30: longer than anything seen in training.
    /// </summary>
    public static TaskSplit IntegerReversal(int train = 50_000, int evaluation = 1_000, long seed = 8)
    {
        var random = new SeededRandom(seed);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<TaskPair> Part(int count, int maximumLength) => Distinct(nameof(IntegerReversal), count, () =>
        {
            var numbers = new int[random.Next(1, maximumLength + 1)];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = random.Next(50);
            var source = string.Join(' ', numbers.Select(n => Invariant($"{n}")));
            if (!sources.Add(source)) return null;
            return new TaskPair(source, string.Join(' ', numbers.Reverse().Select(n => Invariant($"{n}"))));
        });
        return new TaskSplit(Part(train, 25), Part(evaluation, 25), Part(evaluation, 30));
    }

    /// <summary>Cuts a list of pairs with distinct sources into training, validation and test, without shuffling.</summary>
    public static TaskSplit Split(IReadOnlyList<TaskPair> pairs, int validation, int test)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (validation < 0 || test < 0 || validation + test >= pairs.Count)
        {
            throw new ArgumentException(
                $"ToyTasks.Split: {pairs.Count} pairs cannot give {validation} for validation and {test} for test and keep one "
                + "for training; ask for fewer.");
        }

        var train = pairs.Count - validation - test;
        return new TaskSplit([.. pairs.Take(train)], [.. pairs.Skip(train).Take(validation)], [.. pairs.Skip(train + validation)]);
    }

    private static TaskPair[] Sequences(
        string task, int count, int symbols, int minimumLength, int maximumLength, long seed,
        Func<string[], IEnumerable<string>> answer)
    {
        if (symbols is < 2 or > 26 || minimumLength < 1 || maximumLength < minimumLength)
        {
            throw new ArgumentException(
                $"ToyTasks.{task}: got {symbols} symbols and lengths {minimumLength} to {maximumLength}; "
                + "expected 2 to 26 symbols and 1 <= minimumLength <= maximumLength.");
        }

        var random = new SeededRandom(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Distinct(task, count, () =>
        {
            var items = new string[random.Next(minimumLength, maximumLength + 1)];
            for (var i = 0; i < items.Length; i++) items[i] = ((char)('a' + random.Next(symbols))).ToString();
            var source = string.Join(' ', items);
            return seen.Add(source) ? new TaskPair(source, string.Join(' ', answer(items))) : null;
        });
    }

    private static TaskPair[] Numbers(string task, int count, int below, long seed, Func<int, string> words)
    {
        var random = new SeededRandom(seed);
        var digits = Invariant($"{below - 1}").Length;
        var seen = new HashSet<int>();
        return Distinct(task, count, () =>
        {
            // Every length equally often, else nearly all numbers would have the most digits.
            var length = random.Next(1, digits + 1);
            var (low, high) = (length == 1 ? 0 : Power(length - 1), Math.Min(below, Power(length)));
            var value = random.Next(low, high);
            return seen.Add(value) ? new TaskPair(Invariant($"{value}"), words(value)) : null;
        });
    }

    private static int Power(int exponent)
    {
        var value = 1;
        for (var i = 0; i < exponent; i++) value *= 10;
        return value;
    }

    private static TaskPair[] Distinct(string task, int count, Func<TaskPair?> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var pairs = new List<TaskPair>(count);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        for (long attempts = 0; pairs.Count < count; attempts++)
        {
            if (attempts > 200L * count + 100_000)
            {
                throw new ArgumentException(
                    $"ToyTasks.{task}: only {pairs.Count} of {count} distinct sources found; allow longer or more varied ones, "
                    + "or ask for fewer.");
            }

            if (draw() is { } pair && sources.Add(pair.Source)) pairs.Add(pair);
        }

        return [.. pairs];
    }

    private static string Ordinal(int day) => day switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
