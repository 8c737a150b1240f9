using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>A constant and a variable are shown as if they had been compiled; whatever is more than that is compiled.</summary>
public sealed class ReadCellTests
{
    [Theory]
    [InlineData("42", true)]
    [InlineData("-(1 + 2) * 3", true)]
    [InlineData("\"text\" + 'c'", true)]
    [InlineData("name", true)]
    [InlineData("name;", false)]
    [InlineData("name.Length", false)]
    [InlineData("F()", false)]
    [InlineData("1; 2", false)]
    [InlineData("(1", false)]
    [InlineData("await name", false)]
    public void Only_a_text_of_that_form_is_looked_at(string code, bool could) =>
        Assert.Equal(could, ReadCell.Expression(SubmissionCompiler.Parse(code)) is not null);

    [Theory]
    [InlineData("40 + 2")]
    [InlineData("1L << 40")]
    [InlineData("7 / 2.0")]
    [InlineData("1.10m + 1")]
    [InlineData("\"a\" + 'b'")]
    [InlineData("'c'")]
    [InlineData("1 < 2")]
    [InlineData("null")]
    [InlineData("number")]
    [InlineData("text")]
    [InlineData("nothing")]
    [InlineData("day")]
    [InlineData("Fixed")]
    [InlineData("list")]
    public async Task What_it_shows_is_what_the_compiled_cell_shows(string code)
    {
        using var session = new SessionFixture();
        await session.Run("int number = 1; var text = \"x\"; string nothing = null; var day = DayOfWeek.Friday; const int Fixed = 3; var list = new[] { 1, 2 };");
        await session.Run("number = 5; number++;");

        var compiled = await session.Run($"return {code};");

        Assert.Null(compiled.Error);
        Assert.Equal(compiled.Result, await session.Value(code));
    }

    [Fact]
    public async Task The_newest_declaration_of_a_name_is_read()
    {
        using var session = new SessionFixture();
        await session.Run("var x = 1;");
        await session.Run("int X() => x;");
        await session.Run("var x = \"two\";");

        Assert.Equal("two", await session.Value("x"));
        Assert.Equal("1", await session.Value("X()"));
    }

    [Fact]
    public async Task What_does_not_compile_says_so()
    {
        using var session = new SessionFixture();

        Assert.Contains("CS0220", (await session.Run("int.MaxValue + 1")).Error!.Value);
        Assert.Contains("CS0103", (await session.Run("unheard")).Error!.Value);
        Assert.Contains("CS0020", (await session.Run("1 / 0")).Error!.Value);
    }

    [Fact]
    public async Task A_variable_that_never_got_its_value_is_as_it_would_be_compiled()
    {
        using var session = new SessionFixture();
        await session.Run("var early = 1; throw new InvalidOperationException(); var late = 2;");

        Assert.Equal("1", await session.Value("early"));
        Assert.Equal("0", await session.Value("late"));
    }
}
