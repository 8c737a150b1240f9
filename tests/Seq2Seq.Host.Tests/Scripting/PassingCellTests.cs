using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>Cells that declare nothing are not kept; everything else is.</summary>
public sealed class PassingCellTests
{
    [Theory]
    [InlineData("1 + 1", false)]
    [InlineData("Console.WriteLine(1);", false)]
    [InlineData("for (var n = 0; n < 3; n++) Console.WriteLine(n);", false)]
    [InlineData("await Task.Delay(1);", false)]
    [InlineData("{ var inside = 1; }", false)]
    [InlineData("var x = 1;", true)]
    [InlineData("int x;", true)]
    [InlineData("int F() => 1;", true)]
    [InlineData("record R(int X);", true)]
    [InlineData("using System.Threading;", true)]
    [InlineData("int.TryParse(\"1\", out var x);", true)]
    [InlineData("var (a, b) = (1, 2);", true)]
    [InlineData("((object)1) is int i", true)]
    public void What_later_cells_may_see_is_told_from_the_text(string code, bool declares) =>
        Assert.Equal(declares, SubmissionCompiler.Declares(SubmissionCompiler.Parse(code)));

    [Fact]
    public async Task A_passing_cell_uses_and_changes_what_is_kept_and_may_outlive_itself()
    {
        using var session = new SessionFixture();
        await session.Run("var list = new List<int>(); Func<int> later = null; record P(int X);");
        await session.Run("for (var n = 0; n < 3; n++) list.Add(new P(n).X);");
        await session.Run("later = () => list.Sum() * 10;");
        for (var n = 0; n < 50; n++)
            await session.Run("list[0] += 1;");
        GC.Collect();

        Assert.Equal("530", await session.Value("later()"));
        await session.Run("int.TryParse(\"7\", out var seven);");
        Assert.Equal("7", await session.Value("seven"));
    }
}
