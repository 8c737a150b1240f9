namespace Seq2Seq.Host.Jupyter;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("😀a😀", 1, 2)]
    [InlineData("😀a😀", 2, 3)]
    [InlineData("😀a😀", 3, 5)]
    [InlineData("汉字", 1, 1)]
    [InlineData("", 0, 0)]
    public void Positions_convert_both_ways(string text, int codePoints, int utf16)
    {
        Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, utf16));
    }

    [Theory]
    [InlineData("ab", 99, 2)]
    [InlineData("ab", -1, 0)]
    [InlineData("\ud800b", 1, 1)]
    public void Positions_outside_and_half_characters_do_no_harm(string text, int codePoints, int utf16) =>
        Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));
}
