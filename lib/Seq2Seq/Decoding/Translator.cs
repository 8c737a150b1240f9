using Seq2Seq.Files;
using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Decoding;

/// <summary>A model with its tokenisers and vocabularies: text in, text out.</summary>
public sealed class Translator
{
    /// <summary>A translator of these parts.</summary>
    public Translator(
        ModelConfig config, Tokeniser sourceTokeniser, Vocabulary sourceVocabulary, Tokeniser targetTokeniser,
        Vocabulary targetVocabulary)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(sourceVocabulary);
        ArgumentNullException.ThrowIfNull(targetVocabulary);
        Config = config;
        SourceTokeniser = sourceTokeniser;
        SourceVocabulary = sourceVocabulary;
        TargetTokeniser = targetTokeniser;
        TargetVocabulary = targetVocabulary;
        Model = config.Create(sourceVocabulary.Count, targetVocabulary.Count);
    }

    /// <summary>How the model is made.</summary>
    public ModelConfig Config { get; }

    /// <summary>The model.</summary>
    public Seq2SeqModel Model { get; }

    /// <summary>Cuts sources.</summary>
    public Tokeniser SourceTokeniser { get; }

    /// <summary>Numbers source tokens.</summary>
    public Vocabulary SourceVocabulary { get; }

    /// <summary>Cuts targets, and joins them again.</summary>
    public Tokeniser TargetTokeniser { get; }

    /// <summary>Numbers target tokens.</summary>
    public Vocabulary TargetVocabulary { get; }

    /// <summary>
    /// A translator with fresh weights for a corpus: Chinese, Japanese and the like by character, all else by word, or both by pieces.
    /// </summary>
    /// <param name="corpus">The training sentences: vocabularies are made of them.</param>
    /// <param name="config">The model.</param>
    /// <param name="minimumCount">How often a token must occur to get a number.</param>
    /// <param name="merges">Byte-pair merges for either side; 0: no pieces.</param>
    public static Translator For(
        IReadOnlyCollection<SentencePair> corpus, ModelConfig config, int minimumCount = 1, int merges = 0)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var (source, target) = (
            TokeniserFor(corpus.Select(pair => pair.Source), merges), TokeniserFor(corpus.Select(pair => pair.Target), merges));
        return new Translator(
            config, source, Vocabulary.Build(source.Tokenise(corpus.Select(pair => pair.Source)), minimumCount),
            target, Vocabulary.Build(target.Tokenise(corpus.Select(pair => pair.Target)), minimumCount));
    }

    /// <summary>A corpus as ids.</summary>
    public Example[] Encode(IEnumerable<SentencePair> corpus) =>
        Example.From(corpus, SourceTokeniser, SourceVocabulary, TargetTokeniser, TargetVocabulary);

    /// <summary>The best translation of each text.</summary>
    public IReadOnlyList<Translation> Translate(
        IReadOnlyList<string> texts, BeamOptions? options = null, int batchSize = 64)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var wasTraining = Model.training;
        Model.eval();
        var found = new List<Translation>();
        foreach (var chunk in texts.Chunk(batchSize))
        {
            var tokens = chunk.Select(SourceTokeniser.Tokenise).ToArray();
            var ids = tokens.Select(sentence => SourceVocabulary.Encode(sentence, end: true)).ToArray();
            var results = BeamSearch.Decode(Model, ids, options);
            found.AddRange(results.Select((result, i) => new Translation(
                chunk[i], TargetTokeniser.Join(TargetVocabulary.Decode(result.Best.Ids)), [.. tokens[i], "<eos>"],
                TargetVocabulary.Decode(result.Best.Ids), result)));
        }

        if (wasTraining) Model.train();
        return found;
    }

    /// <summary>The best translation of one text.</summary>
    public Translation Translate(string text, BeamOptions? options = null) => Translate([text], options)[0];

    /// <summary>Writes all parts into a folder. <see cref="Load"/> needs nothing else.</summary>
    public void Save(string folder)
    {
        SaveParts(folder);
        SafeTensors.Save(Path.Combine(folder, "weights.safetensors"), Model.state_dict());
    }

    /// <summary>Writes all parts but the weights.</summary>
    public void SaveParts(string folder)
    {
        SourceTokeniser.Save(Path.Combine(folder, "source-tokeniser.json"));
        TargetTokeniser.Save(Path.Combine(folder, "target-tokeniser.json"));
        SourceVocabulary.Save(Path.Combine(folder, "source-vocabulary.json"));
        TargetVocabulary.Save(Path.Combine(folder, "target-vocabulary.json"));
        Config.Save(Path.Combine(folder, "model.json"));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static Translator Load(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "model.json")))
        {
            throw new FileNotFoundException($"Translator.Load: there is no model in {folder}; expected model.json and its neighbours. "
                + "Train one first: seq2seq train data.tsv --out " + folder);
        }

        var weights = Path.Combine(folder, "weights.safetensors");
        if (!File.Exists(weights))
        {
            throw new FileNotFoundException(
                $"Translator.Load: the model in {folder} has no weights yet; its training was not finished. Run the same train command "
                + "again: it goes on where it stopped.");
        }

        var translator = LoadParts(folder);
        var stored = SafeTensors.Load(weights);
        using var noGradient = no_grad();
        foreach (var (name, value) in translator.Model.state_dict())
        {
            if (!stored.TryGetValue(name, out var saved) || !saved.shape.SequenceEqual(value.shape))
            {
                throw new InvalidDataException(
                    $"Translator.Load: {weights} has no {name} of shape ({string.Join(", ", value.shape)}); it belongs to another model.json.");
            }

            value.copy_(saved);
        }

        translator.Model.eval();
        return translator;
    }

    /// <summary>Reads all parts but the weights, which are fresh.</summary>
    public static Translator LoadParts(string folder) => new(
        ModelConfig.Load(Path.Combine(folder, "model.json")),
        Tokeniser.Load(Path.Combine(folder, "source-tokeniser.json")), Vocabulary.Load(Path.Combine(folder, "source-vocabulary.json")),
        Tokeniser.Load(Path.Combine(folder, "target-tokeniser.json")), Vocabulary.Load(Path.Combine(folder, "target-vocabulary.json")));

    private static Tokeniser TokeniserFor(IEnumerable<string> texts, int merges)
    {
        var all = texts.ToArray();
        if (merges > 0) return BpeTokeniser.Train(all, merges);
        return IsIdeographic(all) ? ChineseTokeniser.ByCharacter : new WordTokeniser();
    }

    /// <summary>True if a third of the letters or more are Chinese characters.</summary>
    public static bool IsIdeographic(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (letters, ideographs) = (0, 0);
        foreach (var rune in texts.SelectMany(text => text.EnumerateRunes()))
        {
            if (!System.Text.Rune.IsLetter(rune)) continue;
            letters++;
            if (rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF) ideographs++;
        }

        return letters > 0 && ideographs * 3 >= letters;
    }
}

/// <summary>A text and what the model made of it.</summary>
/// <param name="Source">The text.</param>
/// <param name="Text">Its translation.</param>
/// <param name="SourceTokens">What the encoder read.</param>
/// <param name="TargetTokens">What the decoder said.</param>
/// <param name="Search">All that was found.</param>
public sealed record Translation(
    string Source, string Text, IReadOnlyList<string> SourceTokens, IReadOnlyList<string> TargetTokens, SearchResult Search);
