using System.Globalization;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed class ToyTasksTests
{
    [Fact]
    public void Copy_reverse_and_sort_give_the_right_answers()
    {
        Assert.All(ToyTasks.Copy(300), pair => Assert.Equal(pair.Source, pair.Target));
        Assert.All(ToyTasks.Reverse(300), pair =>
            Assert.Equal(new string([.. pair.Source.Reverse()]), pair.Target));
        Assert.All(ToyTasks.Sort(300), pair =>
        {
            var letters = pair.Target.Split(' ');
            Assert.Equal(letters.Order(StringComparer.Ordinal), letters);
            Assert.Equal(pair.Source.Split(' ').Order(StringComparer.Ordinal), letters);
        });
    }

    [Fact]
    public void Sums_are_right_and_no_question_is_asked_twice()
    {
        var pairs = ToyTasks.Addition(3000, digits: 2);

        var asked = pairs.Select(pair => pair.Source.Split('+').Select(Number).Order().ToArray()).ToArray();
        Assert.All(pairs, pair => Assert.Equal(pair.Source.Split('+').Sum(Number), Number(pair.Target)));
        Assert.Equal(pairs.Count, asked.Select(numbers => (numbers[0], numbers[1])).Distinct().Count());
    }

    [Fact]
    public void Dates_mean_the_day_they_name()
    {
        foreach (var pair in ToyTasks.Dates(500))
        {
            var date = DateOnly.ParseExact(pair.Target, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Contains(date.Year.ToString(CultureInfo.InvariantCulture), pair.Source);
            Assert.Contains(date.Day.ToString(CultureInfo.InvariantCulture), pair.Source);
            var month = date.ToString("MMM", CultureInfo.InvariantCulture);
            Assert.True(
                pair.Source.Contains(month, StringComparison.OrdinalIgnoreCase)
                || pair.Source.Contains($".{date.Month}.", StringComparison.Ordinal)
                || pair.Source.Contains($"年{date.Month}月", StringComparison.Ordinal), pair.ToString());
        }
    }

    [Fact]
    public void Integer_reversal_follows_the_yardsticks_specification()
    {
        var split = ToyTasks.IntegerReversal();

        Assert.Equal((50_000, 1_000, 1_000), (split.Train.Count, split.Validation.Count, split.Test.Count));
        Assert.Equal(25, split.Train.Max(pair => pair.Source.Split(' ').Length));
        Assert.Equal(30, split.Test.Max(pair => pair.Source.Split(' ').Length));
        var numbers = split.Train.SelectMany(pair => pair.Source.Split(' ')).Select(Number).ToHashSet();
        Assert.Equal(Enumerable.Range(0, 50), numbers.Order());
        Assert.All(split.Test, pair => Assert.Equal(pair.Source.Split(' ').Reverse(), pair.Target.Split(' ')));
        Assert.Empty(split.Test.Select(pair => pair.Source).Intersect(split.Train.Select(pair => pair.Source)));
    }

    [Theory]
    [InlineData(0, "zero", "零")]
    [InlineData(2, "two", "二")]
    [InlineData(10, "ten", "十")]
    [InlineData(14, "fourteen", "十四")]
    [InlineData(110, "one hundred and ten", "一百一十")]
    [InlineData(105, "one hundred and five", "一百零五")]
    [InlineData(342, "three hundred and forty-two", "三百四十二")]
    [InlineData(2000, "two thousand", "两千")]
    [InlineData(2005, "two thousand and five", "两千零五")]
    [InlineData(10010, "ten thousand and ten", "一万零一十")]
    [InlineData(100000, "one hundred thousand", "十万")]
    [InlineData(12345, "twelve thousand three hundred and forty-five", "一万二千三百四十五")]
    [InlineData(1000300, "one million three hundred", "一百万零三百")]
    [InlineData(100000001, "one hundred million and one", "一亿零一")]
    public void Numbers_are_written_as_they_are_read(int number, string english, string chinese)
    {
        Assert.Equal(english, NumberWords.English(number));
        Assert.Equal(chinese, NumberWords.Chinese(number));
    }

    [Fact]
    public void Too_many_distinct_sequences_are_refused_with_the_remedy()
    {
        var error = Assert.Throws<ArgumentException>(() => ToyTasks.Copy(100, symbols: 2, minimumLength: 1, maximumLength: 2));

        Assert.Equal(
            "ToyTasks.Copy: only 6 of 100 distinct sources found; allow longer or more varied ones, or ask for fewer.",
            error.Message);
    }

    [Fact]
    public void A_split_keeps_the_order_and_loses_nothing()
    {
        var pairs = ToyTasks.Copy(50);

        var split = ToyTasks.Split(pairs, 10, 5);

        Assert.Equal(pairs, split.Train.Concat(split.Validation).Concat(split.Test));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
