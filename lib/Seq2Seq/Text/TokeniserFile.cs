using System.Text.Json;

namespace Seq2Seq.Text;

/// <summary>A tokeniser as JSON.</summary>
internal static class TokeniserFile
{
    private const string Format = "seq2seq-tokeniser";

    public static void Save(Tokeniser tokeniser, string path) => JsonFile.Save(path, Format, json =>
    {
        json.WriteString("kind", tokeniser.Kind);
        json.WriteBoolean("compatibility", tokeniser.Normalisation.Compatibility);
        json.WriteBoolean("lowercase", tokeniser.Normalisation.Lowercase);
        json.WriteBoolean("stripAccents", tokeniser.Normalisation.StripAccents);
        json.WriteBoolean("collapseSpaces", tokeniser.Normalisation.CollapseSpaces);
        switch (tokeniser)
        {
            case CharacterTokeniser character:
                json.WriteBoolean("keepSpaces", character.KeepSpaces);
                break;
            case WordTokeniser word:
                json.WriteBoolean("splitContractions", word.SplitContractions);
                break;
            case ChineseTokeniser chinese:
                json.WriteString("direction", chinese.Direction.ToString());
                json.WriteStrings("words", chinese.Words);
                break;
            case BpeTokeniser bpe:
                json.WriteStrings("alphabet", bpe.Alphabet);
                json.WriteStrings("merges", bpe.Merges.SelectMany(merge => new[] { merge.Left, merge.Right }));
                break;
        }
    });

    public static Tokeniser Load(string path) => JsonFile.Load(path, Format, Read);

    private static Tokeniser Read(JsonElement json)
    {
        var normalisation = new Normalisation
        {
            Compatibility = json.GetProperty("compatibility").GetBoolean(),
            Lowercase = json.GetProperty("lowercase").GetBoolean(),
            StripAccents = json.GetProperty("stripAccents").GetBoolean(),
            CollapseSpaces = json.GetProperty("collapseSpaces").GetBoolean(),
        };
        var kind = json.GetProperty("kind").GetString();
        return kind switch
        {
            "character" => new CharacterTokeniser
            {
                Normalisation = normalisation,
                KeepSpaces = json.GetProperty("keepSpaces").GetBoolean(),
            },
            "word" => new WordTokeniser
            {
                Normalisation = normalisation,
                SplitContractions = json.GetProperty("splitContractions").GetBoolean(),
            },
            "chinese" => new ChineseTokeniser(json.Strings("words"), Direction(json)) { Normalisation = normalisation },
            "bpe" => new BpeTokeniser(json.Strings("alphabet"), Merges(json)) { Normalisation = normalisation },
            _ =>
                throw new FormatException(
                    $"'{kind}' is no kind of tokeniser; expected character, word, chinese or bpe."),
        };
    }

    private static MatchDirection Direction(JsonElement json) =>
        Enum.Parse<MatchDirection>(json.GetProperty("direction").GetString()!);

    private static IEnumerable<BpeMerge> Merges(JsonElement json)
    {
        var pieces = json.Strings("merges");
        if (pieces.Length % 2 != 0) throw new FormatException($"merges holds {pieces.Length} pieces; expected pairs.");
        return pieces.Chunk(2).Select(pair => new BpeMerge(pair[0], pair[1]));
    }
}
