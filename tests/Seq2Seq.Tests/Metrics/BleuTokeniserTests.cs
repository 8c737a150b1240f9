using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

public sealed class BleuTokeniserTests
{
    [Theory]
    [InlineData("It's 3.5, 1,000-2.", "It's 3.5 , 1,000 - 2 .")]
    [InlineData("&quot;A&amp;B&quot; <x>", "\" A & B \" < x >")]
    [InlineData("well-known a.b ..", "well-known a . b . .")]
    [InlineData("2. 3,a", "2 . 3 , a")]
    public void Thirteen_a_parts_signs_but_not_numbers(string text, string tokens)
    {
        Assert.Equal(tokens, string.Join(' ', BleuTokeniser.Tokenise(text, BleuTokenisation.ThirteenA)));
    }

    [Theory]
    [InlineData("我爱NLP，3.5天。", "我 爱 NLP ， 3.5 天 。")]
    [InlineData("“好”……", "“ 好 ” … …")]
    [InlineData("𠀀a", "𠀀a")]
    public void Chinese_parts_every_character(string text, string tokens)
    {
        Assert.Equal(tokens, string.Join(' ', BleuTokeniser.Tokenise(text, BleuTokenisation.Chinese)));
    }

    [Fact]
    public void Characters_leave_spaces_out()
    {
        Assert.Equal(["a", "😀", "b"], BleuTokeniser.Tokenise("a 😀\tb", BleuTokenisation.Character));
    }
}
