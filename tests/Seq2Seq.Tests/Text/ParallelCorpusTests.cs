using System.Text;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class ParallelCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_line_is_a_pair_or_is_named_in_the_report()
    {
        byte[] file =
        [
            .. "\uFEFFHi.\t嗨。\tCC-BY (tom)\r\n"u8,
            .. "\n"u8,
            .. "no tab here\n"u8,
            .. "\tonly target\n"u8,
            .. "only source\t \n"u8,
            .. "bad "u8, 0xFF, .. "\tx\n"u8,
            .. "nu\0ll\tx\n"u8,
            .. "Hi.\t嗨。\tsomebody else\n"u8,
            .. "a\tb\tc\td\n"u8,
            .. "cafÃ©\tx\n"u8,
            .. "Hi.\t你好。"u8,
        ];
        var path = Path.Combine(_folder, "data.tsv");
        File.WriteAllBytes(path, file);

        var corpus = ParallelCorpus.Load(path);

        Assert.Equal(
            [new("Hi.", "嗨。", "CC-BY (tom)", 1), new("a", "b", "c", 9), new("cafÃ©", "x", null, 10), new("Hi.", "你好。", null, 11)],
            corpus);
        Assert.Equal(
            $"""
            {path}: 11 lines, 4 pairs, 7 skipped
              1 empty, skipped: line 2
              1 without a tab, skipped: line 3
              1 with an empty source, skipped: line 4
              1 with an empty target, skipped: line 5
              1 not UTF-8, skipped: line 6
              1 with control characters, skipped: line 7
              1 repeating an earlier line, skipped: line 8
              1 with more than three columns, kept: line 9
              1 with garbled text, kept: line 10
            """,
            corpus.Report.ToString());
        Assert.Equal("line 6: byte 5 is no UTF-8 (skipped)", corpus.Report.Problems[4].ToString());
        Assert.Equal("line 8: the same pair as line 1 (skipped)", corpus.Report.Problems[6].ToString());
        Assert.Equal("line 7: control character U+0000 (skipped)", corpus.Report.Problems[5].ToString());
    }

    [Fact]
    public void Options_keep_duplicates_swap_and_limit_the_length()
    {
        var corpus = ParallelCorpus.Parse("source\ttarget\na\tb\na\tb\nabcdef\tx\n", new CorpusOptions { KeepDuplicates = true, Swap = true, MaximumLength = 5 });

        Assert.Equal([new("b", "a", null, 2), new("b", "a", null, 3)], corpus);
        Assert.Equal(
            """
            text: 4 lines, 2 pairs, 2 skipped
              1 too long, skipped: line 4
              1 repeating an earlier line, kept: line 3
              1 naming the columns, skipped: line 1
            """,
            corpus.Report.ToString());
    }

    [Theory]
    [InlineData("a,b\nc,d\n", "No line has a tab, but nearly every line has a comma. Put a tab between source and target, for instance by saving as tab-separated text.")]
    [InlineData("a ||| b\nc ||| d\n", "No line has a tab, but nearly every line has three bars (|||). Put a tab between source and target, for instance by saving as tab-separated text.")]
    [InlineData("one\ntwo\n", "No line has a tab: the file has one column; expected source, a tab and target. Put the translations behind their sentences.")]
    public void A_file_of_one_column_is_an_error_that_says_what_separates_instead(string text, string remedy)
    {
        var error = Assert.Throws<InvalidDataException>(() => ParallelCorpus.Parse(text));

        Assert.Equal($"text: 2 lines, 0 pairs, 2 skipped\n  2 without a tab, skipped: line 1, 2\n{remedy}", error.Message);
    }

    [Fact]
    public void Files_that_are_no_UTF8_text_are_refused_with_what_they_are()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal("F: the file is empty; expected lines of source, a tab and target.", Failure([]));
        Assert.Equal(
            "F: the file is UTF-16; expected UTF-8. Save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8.",
            Failure([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a\tb\n")]));
        Assert.Equal(
            "F: the file is full of null bytes, as UTF-16 or a binary file is; expected UTF-8 text.",
            Failure(Encoding.Unicode.GetBytes("a\tb\n")));
        Assert.Equal("F: the file is compressed; expected plain text. Unpack it first.", Failure([0x1F, 0x8B, 8, 0]));
        Assert.Equal(
            "F: the lines end in carriage returns alone, as on old Macs; expected line feeds. Convert it: tr '\\r' '\\n'.",
            Failure("a\tb\rc\td\r"u8.ToArray()));
        Assert.Equal(
            "F: 1 line, 0 pairs, 1 skipped\n  1 not UTF-8, skipped: line 1\nNo line could be read as UTF-8. It looks like GB18030: iconv -f GB18030 -t UTF-8.",
            Failure(Encoding.GetEncoding("GB18030").GetBytes("我喜欢茶\t我们\n")));
    }

    [Theory]
    [InlineData("cafÃ©", true)]
    [InlineData("itâ€™s", true)]
    [InlineData("a \uFFFD b", true)]
    [InlineData("São Paulo, Ângela, château", false)]
    public void Text_that_was_decoded_wrongly_is_told_from_text_with_accents(string source, bool garbled)
    {
        var report = ParallelCorpus.Parse($"{source}\tx\n").Report;

        Assert.Equal(garbled ? 1 : 0, report.CountOf(CorpusProblemKind.GarbledText));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(_folder, "none.tsv");

        Assert.Equal(
            $"{path}: no such file; expected lines of source, a tab and target.",
            Assert.Throws<FileNotFoundException>(() => ParallelCorpus.Load(path)).Message);
    }

    [Fact]
    public void A_saved_corpus_reads_back()
    {
        var path = Path.Combine(_folder, "out.tsv");
        new ParallelCorpus([new("a\tb", "c\nd", "me"), new("嗨", "hi")]).Save(path);

        Assert.Equal([new("a b", "c d", "me", 1), new("嗨", "hi", null, 2)], ParallelCorpus.Load(path));
    }

    [Fact]
    public void A_split_shares_no_sentence_between_its_parts()
    {
        // Every third pair repeats an earlier source or target but for case and punctuation.
        var pairs = Enumerable.Range(0, 900).Select(i => (i % 3) switch
        {
            0 => new SentencePair($"I have {i} books.", $"我有{i}本书。"),
            1 => new SentencePair($"i have {i - 1} books!", $"书：{i}。"),
            _ => new SentencePair($"Other {i}", $"我有 {i - 2} 本书"),
        });
        var corpus = new ParallelCorpus(pairs);

        var split = corpus.Split(validation: 0.1, test: 0.2, seed: 5);

        Assert.Equal((90, 180), (split.Validation.Count, split.Test.Count));
        Assert.Equal(corpus.ToHashSet(), split.Train.Concat(split.Validation).Concat(split.Test).ToHashSet());
        Assert.True(LeakReport.Between(split.Train, split.Test).IsClean);
        Assert.True(LeakReport.Between(split.Train, split.Validation).IsClean);
        Assert.True(LeakReport.Between(split.Validation, split.Test).IsClean);
        Assert.Equal(split.Test, corpus.Split(validation: 0.1, test: 0.2, seed: 5).Test);
        Assert.NotEqual(split.Test, corpus.Split(validation: 0.1, test: 0.2, seed: 6).Test);
    }

    [Fact]
    public void A_leak_is_found_and_counted()
    {
        var report = LeakReport.Between(new ParallelCorpus([new("Hello!", "Hallo")]), new ParallelCorpus([new("hello", "Guten Tag"), new("Hi", "hallo."), new("x", "y")]));

        Assert.Equal("of 3 test pairs, 1 have a source and 1 a target seen in training", report.ToString());
    }

    [Fact]
    public void Shares_that_leave_nothing_to_train_on_are_refused()
    {
        using var _ = new CultureScope("de-DE");

        Assert.Equal(
            "ParallelCorpus.Split: validation 0.5, test 0.5; expected shares from 0 that leave something to train on, such as 0.1 and 0.1.",
            Assert.Throws<ArgumentException>(() => new ParallelCorpus([new("a", "b")]).Split(0.5, 0.5)).Message);
    }

    private string Failure(byte[] bytes)
    {
        var path = Path.Combine(_folder, "bad.tsv");
        File.WriteAllBytes(path, bytes);
        return Assert.Throws<InvalidDataException>(() => ParallelCorpus.Load(path)).Message.Replace(path, "F", StringComparison.Ordinal);
    }
}
