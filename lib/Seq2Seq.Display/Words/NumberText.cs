using System.Globalization;

namespace Seq2Seq.Display.Words;

/// <summary>Numbers as a person would write them, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>A value for a tooltip or a cell: up to four significant digits.</summary>
    public static string Value(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0)
            return "0";
        var size = Math.Abs(value);
        if (size is >= 1e6 or < 1e-3)
            return Signed(value.ToString("0.###e0", CultureInfo.InvariantCulture));
        if (value == Math.Floor(value))
            return Signed(value.ToString("#,0", CultureInfo.InvariantCulture));
        var decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), size >= 1000 ? 1 : 0, 6);
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Signed(text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text);
    }

    /// <summary>A tick label: as many decimals as the step needs.</summary>
    public static string Tick(double value, double step, double largest)
    {
        if (Math.Abs(value) < step / 1e6)
            return "0";
        if (largest >= 1e6 || step < 1e-4)
        {
            var digits = Math.Clamp((int)Math.Floor(Math.Log10(largest)) - (int)Math.Floor(Math.Log10(step)), 0, 6);
            var format = digits == 0 ? "0e0" : "0." + new string('#', digits) + "e0";
            return Signed(value.ToString(format, CultureInfo.InvariantCulture));
        }
        // 0.25 needs one decimal more than 0.2.
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step * 1.0000001)));
        var scaled = step * Math.Pow(10, decimals);
        if (Math.Abs(scaled - Math.Round(scaled)) > 1e-6)
            decimals++;
        return Signed(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A power of ten: 0.01, 1,000, 10⁻⁷.</summary>
    public static string Power(int exponent, bool plain = true) => exponent switch
    {
        0 => "1",
        _ when !plain => "10" + Superscript(exponent),
        >= 0 and <= 5 => Math.Pow(10, exponent).ToString("#,0", CultureInfo.InvariantCulture),
        >= -3 and < 0 => Math.Pow(10, exponent).ToString("F" + -exponent, CultureInfo.InvariantCulture),
        _ => "10" + Superscript(exponent),
    };

    /// <summary>A whole number with thousands parted.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Signed(string text) => text.Replace('-', '−');

    private static string Superscript(int number)
    {
        const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var plain = Math.Abs(number).ToString(CultureInfo.InvariantCulture);
        return (number < 0 ? "⁻" : "") + string.Concat(plain.Select(digit => Digits[digit - '0']));
    }
}
