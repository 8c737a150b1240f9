using System.Globalization;
using System.Text;

namespace Seq2Seq.Tasks;

/// <summary>Whole numbers written out in English and in Chinese.</summary>
public static class NumberWords
{
    private static readonly string[] s_small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] s_tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] s_englishGroups = ["", "thousand", "million", "billion"];
    private static readonly char[] s_chineseDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    private static readonly string[] s_chinesePlaces = ["", "十", "百", "千"];
    private static readonly string[] s_chineseGroups = ["", "万", "亿"];

    /// <summary>"three hundred and forty-two": British "and", a hyphen below one hundred. From 0 to 2,147,483,647.</summary>
    public static string English(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number < 1000) return EnglishBelowThousand(number);

        var parts = new List<string>();
        for (var group = 3; group >= 0; group--)
        {
            var scale = (int)Math.Pow(1000, group);
            var digits = number / scale % 1000;
            if (digits == 0) continue;
            var words = EnglishBelowThousand(digits);
            // The last group keeps its "and" even without hundreds: "two thousand and five".
            if (group == 0 && digits < 100) words = "and " + words;
            parts.Add(group == 0 ? words : words + " " + s_englishGroups[group]);
        }

        return string.Join(' ', parts);
    }

    /// <summary>三百四十二: with 零 for skipped places; at the very beginning 十 instead of 一十, 两千 (万, 亿) instead of 二千.</summary>
    public static string Chinese(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number == 0) return "零";

        var text = new StringBuilder();
        var needsZero = false;
        for (var group = 2; group >= 0; group--)
        {
            var scale = group switch { 2 => 100_000_000, 1 => 10_000, _ => 1 };
            var digits = number / scale % 10_000;
            if (digits == 0)
            {
                needsZero = text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (needsZero || digits < 1000)) text.Append('零');
            AppendBelowTenThousand(text, digits);
            text.Append(s_chineseGroups[group]);
            needsZero = false;
        }

        var result = text.ToString();
        return result switch
        {
            ['一', '十', ..] => result[1..],
            ['二', '千' or '万' or '亿', ..] => '两' + result[1..],
            _ => result,
        };
    }

    /// <summary>As <see cref="Chinese"/>, but 两 for a two that counts things: 两 本 书.</summary>
    public static string ChineseCount(int number) => number == 2 ? "两" : Chinese(number);

    /// <summary>一九八七: digit by digit, as years are read.</summary>
    public static string ChineseDigits(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => s_chineseDigits[digit - '0']));

    private static string EnglishBelowThousand(int number) => number switch
    {
        < 20 => s_small[number],
        < 100 when number % 10 == 0 => s_tens[number / 10],
        < 100 => s_tens[number / 10] + "-" + s_small[number % 10],
        _ when number % 100 == 0 => s_small[number / 100] + " hundred",
        _ => s_small[number / 100] + " hundred and " + EnglishBelowThousand(number % 100),
    };

    private static void AppendBelowTenThousand(StringBuilder text, int number)
    {
        var skipped = false;
        var started = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (place switch { 3 => 1000, 2 => 100, 1 => 10, _ => 1 }) % 10;
            if (digit == 0)
            {
                skipped = started;
                continue;
            }

            if (skipped) text.Append('零');
            text.Append(s_chineseDigits[digit]).Append(s_chinesePlaces[place]);
            (started, skipped) = (true, false);
        }
    }
}
