using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("I don't like tea.", "I|don't|like|tea|.")]
    [InlineData("It costs $3,000.50, Mr. Smith!", "It|costs|$|3,000.50|,|Mr.|Smith|!")]
    [InlineData("She lives in the U.S. now.", "She|lives|in|the|U.S.|now|.")]
    [InlineData("Meet at 10:30... (well-known)", "Meet|at|10:30|...|(|well-known|)")]
    [InlineData("\"Yes,\" he said.", "\"|Yes|,|\"|he|said|.")]
    [InlineData("Version 2.", "Version|2|.")]
    [InlineData("end of it.Next", "end|of|it|.|Next")]
    [InlineData("我有3本book。", "我|有|3|本|book|。")]
    [InlineData("  ", "")]
    [InlineData("a😀b", "a|😀|b")]
    public void Words_and_signs_are_parted(string text, string tokens)
    {
        Assert.Equal(tokens, string.Join('|', new WordTokeniser().Tokenise(text)));
    }

    [Theory]
    [InlineData("don't", "do|n't")]
    [InlineData("I'm sure they've gone; she'll stay.", "I|'m|sure|they|'ve|gone|;|she|'ll|stay|.")]
    [InlineData("John’s", "John|’s")]
    [InlineData("o'clock", "o'clock")]
    public void Contractions_are_parted_as_the_Penn_Treebank_does(string text, string tokens)
    {
        var tokeniser = new WordTokeniser { SplitContractions = true };

        Assert.Equal(tokens, string.Join('|', tokeniser.Tokenise(text)));
    }

    [Theory]
    [InlineData("I don't like tea.")]
    [InlineData("It costs $3,000.50, Mr. Smith!")]
    [InlineData("He said: \"Yes, I do.\" Then he left (at 10:30).")]
    [InlineData("50% and/or [more]")]
    [InlineData("我有3本书，你呢？")]
    [InlineData("他说：“好。”")]
    public void Joining_sets_the_spaces_back(string text)
    {
        var plain = new WordTokeniser();
        var parted = new WordTokeniser { SplitContractions = true };

        Assert.Equal(text, plain.Join(plain.Tokenise(text)));
        Assert.Equal(text, parted.Join(parted.Tokenise(text)));
    }

    [Fact]
    public void Characters_lose_nothing_and_keep_surrogate_pairs_whole()
    {
        var tokeniser = new CharacterTokeniser();

        var tokens = tokeniser.Tokenise("a 中😀");

        Assert.Equal(["a", " ", "中", "😀"], tokens);
        Assert.Equal("a 中😀", tokeniser.Join(tokens));
        Assert.Equal(["a", "中", "😀"], new CharacterTokeniser { KeepSpaces = false }.Tokenise("a 中😀"));
    }

    // The textbook example of greedy matching gone wrong.
    [Theory]
    [InlineData(MatchDirection.Forward, "研究生|命|起源")]
    [InlineData(MatchDirection.Backward, "研究|生命|起源")]
    [InlineData(MatchDirection.Both, "研究|生命|起源")]
    public void Chinese_is_cut_by_the_longest_match(MatchDirection direction, string tokens)
    {
        var tokeniser = new ChineseTokeniser(["研究", "研究生", "生命", "起源"], direction);

        Assert.Equal(tokens, string.Join('|', tokeniser.Tokenise("研究生命起源")));
    }

    [Theory]
    [InlineData("我在北京 大学用iPhone看3.5小时T恤。", "我|在|北京|大学|用|iPhone|看|3.5|小时|T恤|。")]
    [InlineData("北京大学", "北京大学")]
    [InlineData("𠮷野家", "𠮷|野|家")]
    public void Chinese_words_do_not_reach_over_spaces_and_Latin_stays_whole(string text, string tokens)
    {
        var tokeniser = new ChineseTokeniser(["北京", "大学", "北京大学", "小时", "T恤"]);

        Assert.Equal(tokens, string.Join('|', tokeniser.Tokenise(text)));
    }

    [Fact]
    public void Without_a_word_list_every_Chinese_character_stands_alone()
    {
        var tokens = ChineseTokeniser.ByCharacter.Tokenise("我爱NLP，3天。");

        Assert.Equal(["我", "爱", "NLP", "，", "3", "天", "。"], tokens);
        Assert.Equal("我爱NLP，3天。", ChineseTokeniser.ByCharacter.Join(tokens));
    }

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("Ａ\u3000１", "Ａ\u3000１")]
    public void The_standard_form_composes_and_keeps_widths(string text, string expected)
    {
        Assert.Equal(expected, Normalisation.Standard.Apply(text));
    }

    [Theory]
    [InlineData("Ａ\u3000１ ﬁ", "a 1 fi")]
    [InlineData(" ÉCOLE\t J\u030C ", "école \u01F0")]
    [InlineData("TITLE", "title")]
    public void The_folded_form_makes_one_spelling(string text, string expected)
    {
        using var _ = new CultureScope("tr-TR");

        Assert.Equal(expected, Normalisation.Folded.Apply(text));
    }

    [Fact]
    public void What_is_no_character_is_replaced()
    {
        string[] texts = ["\uD800x", "x\uDC00", "\uDC00\uD800", "a\uFFFEb\uFFFF", "😀"];

        Assert.Equal(["\uFFFDx", "x\uFFFD", "\uFFFD\uFFFD", "a\uFFFDb\uFFFD", "😀"], texts.Select(Normalisation.Standard.Apply));
    }

    [Fact]
    public void Accents_can_be_dropped()
    {
        Assert.Equal("cafe Dvorak", new Normalisation { StripAccents = true }.Apply("café Dvořák"));
    }

    [Fact]
    public void Bytes_spell_what_a_vocabulary_lacks()
    {
        var bytes = ByteFallback.Spell("饺");

        Assert.Equal(["<0xE9>", "<0xA5>", "<0xBA>"], bytes);
        Assert.Equal(["a", "饺", "b"], ByteFallback.Restore(["a", .. bytes, "b"]));
        Assert.Equal(["\uFFFD"], ByteFallback.Restore(["<0xE9>", "<0xA5>"]));
        Assert.False(ByteFallback.IsByte("<0xe9>"));
    }
}
