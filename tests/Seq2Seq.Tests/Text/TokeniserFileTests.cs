using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class TokeniserFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-text-").FullName;

    public static TheoryData<string> Kinds => ["character", "word", "chinese", "bpe"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_loaded_tokeniser_cuts_as_the_saved_one(string kind)
    {
        var path = Path.Combine(_folder, "tokeniser.json");
        var saved = Make(kind);
        saved.Save(path);

        var loaded = Tokeniser.Load(path);

        Assert.IsType(saved.GetType(), loaded);
        Assert.Equal(saved.Normalisation, loaded.Normalisation);
        foreach (var text in (string[])["He doesn't KNOW \"北京大学\".", "newest \\ \u0001 <b>&", "研究生命起源"])
        {
            Assert.Equal(saved.Tokenise(text), loaded.Tokenise(text));
        }

        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Saving_twice_gives_the_same_bytes()
    {
        Make("bpe").Save(Path.Combine(_folder, "a.json"));
        Tokeniser.Load(Path.Combine(_folder, "a.json")).Save(Path.Combine(_folder, "b.json"));

        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a.json")), File.ReadAllBytes(Path.Combine(_folder, "b.json")));
    }

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused_by_name()
    {
        var path = Path.Combine(_folder, "t.json");
        Make("word").Save(path);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length - 2; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);

            var error = Assert.Throws<InvalidDataException>(() => Tokeniser.Load(path));

            Assert.StartsWith($"{path}: not a whole seq2seq-tokeniser file (", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("Make it anew, or take a copy that was not cut off.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_of_another_format_or_version_is_refused()
    {
        var path = Path.Combine(_folder, "t.json");

        File.WriteAllText(path, """{"format": "seq2seq-vocabulary", "version": 1}""");
        Assert.Equal($"{path}: the file says its format is 'seq2seq-vocabulary'; expected 'seq2seq-tokeniser'.",
            Assert.Throws<InvalidDataException>(() => Tokeniser.Load(path)).Message);

        File.WriteAllText(path, """{"format": "seq2seq-tokeniser", "version": 2}""");
        Assert.Equal($"{path}: seq2seq-tokeniser version 2; expected version 1. Read it with the release that wrote it, or make it anew.",
            Assert.Throws<InvalidDataException>(() => Tokeniser.Load(path)).Message);
    }

    private static Tokeniser Make(string kind) => kind switch
    {
        "character" => new CharacterTokeniser { KeepSpaces = false, Normalisation = Normalisation.Folded },
        "word" => new WordTokeniser { SplitContractions = true, Normalisation = new Normalisation { StripAccents = true } },
        "chinese" => new ChineseTokeniser(["研究", "研究生", "生命", "北京大学"], MatchDirection.Forward),
        _ => BpeTokeniser.Train(["the newest news", "new newt \"x\" \\ y"], 12, normalisation: Normalisation.Folded),
    };
}
