using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class VocabularyTests : IDisposable
{
    private static readonly string[][] Sentences = [["a", "b", "a", "c"], ["b", "a", "d"], ["<eos>", "e"]];
    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Ids_fall_with_the_count_behind_four_special_ones()
    {
        var vocabulary = Vocabulary.Build(Sentences);

        Assert.Equal(["<pad>", "<unk>", "<bos>", "<eos>", "a", "b", "c", "d", "e"], vocabulary.Tokens);
        Assert.Equal([2, 4, 5, 1, 3], vocabulary.Encode(["a", "b", "zebra"], start: true, end: true));
        Assert.Equal(3, vocabulary.CountOf("a"));
        Assert.Equal("b", vocabulary[5L]);
    }

    [Fact]
    public void Rare_tokens_and_those_over_the_limit_are_left_out()
    {
        Assert.Equal(["a", "b"], Vocabulary.Build(Sentences, minimumCount: 2).Tokens.Skip(4));
        Assert.Equal(["a"], Vocabulary.Build(Sentences, maximumSize: 5).Tokens.Skip(4));
        Assert.Equal(["<2en>", "a"], Vocabulary.Build(Sentences, maximumSize: 6, markers: ["<2en>"]).Tokens.Skip(4));
        Assert.Equal(
            "Vocabulary.Build: maximumSize 3; expected at least 4, the special tokens alone. (Parameter 'maximumSize')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build(Sentences, maximumSize: 3)).Message);
    }

    [Fact]
    public void A_text_can_not_end_or_pad_itself()
    {
        var growing = Vocabulary.Growing();

        Assert.Equal([Vocabulary.UnknownId, Vocabulary.UnknownId], Vocabulary.Build(Sentences).Encode(["<eos>", "<pad>"]));
        Assert.Equal([Vocabulary.UnknownId], growing.Encode(["<eos>"]));
        Assert.Equal(4, growing.Count);
    }

    [Fact]
    public void Decoding_stops_at_the_end_mark_and_shows_the_unknown()
    {
        var vocabulary = Vocabulary.Build(Sentences);

        Assert.Equal(["a", "<unk>", "b"], vocabulary.Decode([2, 4, 1, 0, 5, 3, 6, 6]));
        Assert.Equal(
            "Vocabulary: id 9; expected 0 to 8. Was the id made with another vocabulary? (Parameter 'id')",
            Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.Decode([9])).Message);
    }

    [Fact]
    public void A_growing_vocabulary_takes_in_what_it_meets_until_frozen()
    {
        var vocabulary = Vocabulary.Growing();

        Assert.Equal([4, 5, 4], vocabulary.Encode(["x", "y", "x"]));
        vocabulary.Freeze();
        Assert.Equal([1, 5], vocabulary.Encode(["z", "y"]));
        Assert.Equal(2, vocabulary.CountOf("x"));
    }

    [Fact]
    public void With_byte_fallback_nothing_is_unknown()
    {
        var vocabulary = Vocabulary.Build([["我", "你"], ["<0x41>"]], byteFallback: true);

        var ids = vocabulary.Encode(["我", "饺"]);

        Assert.Equal(4 + 256 + 2, vocabulary.Count);
        Assert.Equal(["我", "<0xE9>", "<0xA5>", "<0xBA>"], vocabulary.Decode(ids));
        Assert.Equal("我饺", new CharacterTokeniser().Join(vocabulary.Decode(ids)));
    }

    [Fact]
    public void Coverage_counts_running_tokens_and_types_and_names_the_missing()
    {
        var vocabulary = Vocabulary.FromList(["a", "b"]);

        var report = vocabulary.Coverage([["a", "a", "x", "y"], ["x", "b"]]);

        Assert.Equal((6, 3, 4), (report.Tokens, report.CoveredTokens, report.Types));
        Assert.Equal([new TokenCount("x", 2), new TokenCount("y", 1)], report.Missing);
        Assert.Equal("3 of 6 tokens (50.0 %), 2 of 4 types (50.0 %); missing: x, y", report.ToString());
    }

    [Fact]
    public void The_coverage_curve_rises_to_one()
    {
        var counts = TokenCounts.Of(Sentences);

        Assert.Equal(9, counts.Total);
        Assert.Equal([0, 3 / 9.0, 5 / 9.0, 1, 1], new[] { 0, 1, 2, 6, 100 }.Select(counts.CoverageOf));
        Assert.Equal(2, counts.SizeFor(0.5));
    }

    [Fact]
    public void A_loaded_vocabulary_equals_the_saved_one()
    {
        var path = Path.Combine(_folder, "v.json");
        var saved = Vocabulary.Build([["ü", "\"", "\\", "\u2028", "ü"]], byteFallback: true);
        saved.Save(path);

        var loaded = Vocabulary.Load(path);

        Assert.Equal(saved.Tokens, loaded.Tokens);
        Assert.Equal(2, loaded.CountOf("ü"));
        Assert.True(loaded.SpellsUnknown);
        Assert.False(loaded.IsGrowing);
    }

    [Theory]
    [InlineData("""{"format":"seq2seq-vocabulary","version":1,"growing":false,"byteFallback":false,"tokens":["a","a"],"counts":[1,1]}""", "tokens holds one token twice, or a special one.")]
    [InlineData("""{"format":"seq2seq-vocabulary","version":1,"growing":false,"byteFallback":false,"tokens":["a"],"counts":[]}""", "1 tokens but 0 counts.")]
    [InlineData("""{"format":"seq2seq-vocabulary","version":1,"growing":false,"byteFallback":true,"tokens":["a"],"counts":[1]}""", "the 256 byte tokens do not come first.")]
    [InlineData("""{"format":"seq2seq-vocabulary","version":1,"growing":false,"byteFallback":false,"tokens":[null],"counts":[1]}""", "tokens holds a null.")]
    public void A_damaged_vocabulary_is_refused(string json, string reason)
    {
        var path = Path.Combine(_folder, "v.json");
        File.WriteAllText(path, json);

        var error = Assert.Throws<InvalidDataException>(() => Vocabulary.Load(path));

        Assert.Equal($"{path}: not a whole seq2seq-vocabulary file ({reason}) Make it anew, or take a copy that was not cut off.", error.Message);
    }

    [Fact]
    public void Classes_share_the_mass_and_every_id_has_its_place()
    {
        // Counts 8, 4, 2, 2 behind four special tokens that count once each: 20 in all.
        var sentence = Enumerable.Repeat("a", 8).Concat(Enumerable.Repeat("b", 4)).Concat(["c", "c", "d", "d"]).ToArray();
        var vocabulary = Vocabulary.Build([sentence]);

        var classes = VocabularyClasses.ByFrequency(vocabulary, 2);

        Assert.Equal([5L], classes.Cutoffs);
        Assert.Equal((2, 5, 3), (classes.Count, classes.SizeOf(0), classes.SizeOf(1)));
        for (var id = 0; id < vocabulary.Count; id++) Assert.Equal(id, classes.IdAt(classes.ClassOf(id), classes.IndexInClass(id)));
        Assert.Equal(2 + 3, classes.ScoresFor(6));
    }

    [Fact]
    public void Cut_offs_must_rise_within_the_vocabulary()
    {
        var vocabulary = Vocabulary.FromList(["a", "b", "c"]);

        Assert.Equal([2L, 5L], VocabularyClasses.AtCutoffs(vocabulary, 2, 5).Cutoffs);
        Assert.Equal(
            "VocabularyClasses.AtCutoffs: cut-offs 2, 7 of 7 tokens; expected rising numbers between 1 and 6.",
            Assert.Throws<ArgumentException>(() => VocabularyClasses.AtCutoffs(vocabulary, 2, 7)).Message);
    }

    [Fact]
    public void A_Huffman_tree_gives_the_shortest_paths_on_average()
    {
        var sentence = Enumerable.Repeat("a", 50).Concat(Enumerable.Repeat("b", 20)).Concat(["c", "c", "d"]).ToArray();
        var vocabulary = Vocabulary.Build([sentence]);

        var tree = HuffmanTree.Of(vocabulary);

        // Kraft's sum is 1 for a full binary tree, and no code is the beginning of another.
        var codes = Enumerable.Range(0, vocabulary.Count).Select(id => string.Concat(tree[id].Turns.Select(turn => turn ? '1' : '0'))).ToArray();
        Assert.Equal(1, codes.Sum(code => Math.Pow(2, -code.Length)), 12);
        Assert.All(codes, code => Assert.Single(codes, other => other.StartsWith(code, StringComparison.Ordinal)));
        Assert.Equal([1, 2], new[] { codes[4].Length, codes[5].Length });
        Assert.Equal(vocabulary.Count - 1, tree.InnerNodes);
        Assert.All(Enumerable.Range(0, vocabulary.Count), id => Assert.Equal(tree.InnerNodes - 1, tree[id].Nodes[0]));
    }
}
