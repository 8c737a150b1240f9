namespace Seq2Seq.Host.Jupyter;

public sealed class HistoryTests
{
    private readonly History _history = new();

    public HistoryTests()
    {
        string[] cells = ["var a = 1;", "a + 1", "var b = 2;", "a + 1"];
        for (var index = 0; index < cells.Length; index++)
            _history.Add(new HistoryEntry(index + 1, cells[index], null));
    }

    [Fact]
    public void The_tail_is_the_last_cells_oldest_first() => Assert.Equal([3, 4], Numbers(_history.Tail(2)));

    [Theory]
    [InlineData(2, 4, new[] { 2, 3 })]
    [InlineData(3, null, new[] { 3, 4 })]
    [InlineData(9, 12, new int[0])]
    public void A_range_leaves_out_its_end(int start, int? stop, int[] numbers) => Assert.Equal(numbers, Numbers(_history.Range(start, stop)));

    [Theory]
    [InlineData("var ?*", null, false, new[] { 1, 3 })]
    [InlineData("*+ 1", null, false, new[] { 2, 4 })]
    [InlineData("*+ 1", null, true, new[] { 4 })]
    [InlineData("*", 1, false, new[] { 4 })]
    [InlineData("a", null, false, new int[0])]
    [InlineData("a + 1", null, true, new[] { 4 })]
    public void A_search_takes_stars_and_question_marks_and_nothing_else(string pattern, int? count, bool unique, int[] numbers) =>
        Assert.Equal(numbers, Numbers(_history.Search(pattern, count, unique)));

    [Fact]
    public void The_oldest_cells_go_when_there_are_too_many()
    {
        for (var number = 5; number <= 10_100; number++)
            _history.Add(new HistoryEntry(number, "x", null));

        Assert.Equal(101, _history.Range(0, null)[0].Number);
    }

    private static int[] Numbers(IEnumerable<HistoryEntry> entries) => [.. entries.Select(entry => entry.Number)];
}
