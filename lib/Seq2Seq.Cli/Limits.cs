using System.CommandLine;
using System.Globalization;

namespace Seq2Seq.Cli;

/// <summary>What an option's number must lie between, checked before anything is read.</summary>
internal static class Limits
{
    public static Option<int> AtLeast(this Option<int> option, int minimum) =>
        Check(option, value => value >= minimum, $"a whole number of at least {minimum}");

    public static Option<long> AtLeast(this Option<long> option, int minimum) =>
        Check(option, value => value >= minimum, $"a whole number of at least {minimum}");

    /// <summary>A share: 0 and more, below 1.</summary>
    public static Option<double> Share(this Option<double> option) => Check(option, value => value is >= 0 and < 1, "a share from 0, below 1");

    public static Option<double> Positive(this Option<double> option) =>
        Check(option, value => double.IsFinite(value) && value > 0, "a number above 0");

    // What is no number at all is refused by the parser.
    private static Option<T> Check<T>(Option<T> option, Func<double, bool> isRight, string expected)
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!double.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) || isRight(value)) continue;
                result.AddError($"seq2seq: {option.Name} {token.Value}; expected {expected}.");
            }
        });
        return option;
    }
}
