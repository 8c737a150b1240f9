using System.Collections;
using System.Text;
using Seq2Seq.Files;

namespace Seq2Seq.Text;

/// <summary>Sentence pairs and what was wrong with the file they came from.</summary>
public sealed class ParallelCorpus : IReadOnlyList<SentencePair>
{
    private readonly IReadOnlyList<SentencePair> _pairs;

    /// <summary>A corpus of these pairs.</summary>
    public ParallelCorpus(IEnumerable<SentencePair> pairs) : this([.. pairs], report: null)
    {
    }

    internal ParallelCorpus(IReadOnlyList<SentencePair> pairs, CorpusReport? report)
    {
        _pairs = pairs;
        Report = report ?? new CorpusReport("corpus", pairs.Count, pairs.Count, []);
    }

    /// <summary>Every line of the file that gave no pair or a doubtful one.</summary>
    public CorpusReport Report { get; }

    /// <inheritdoc/>
    public int Count => _pairs.Count;

    /// <summary>The source sentences.</summary>
    public IEnumerable<string> Sources => _pairs.Select(pair => pair.Source);

    /// <summary>The target sentences.</summary>
    public IEnumerable<string> Targets => _pairs.Select(pair => pair.Target);

    /// <inheritdoc/>
    public SentencePair this[int index] => _pairs[index];

    /// <summary>Reads <c>source TAB target [TAB attribution]</c> lines, in UTF-8. Lines that give no pair are in
    /// <see cref="Report"/>.</summary>
    /// <exception cref="InvalidDataException">The file is no UTF-8 text, or no line of it gives a pair.</exception>
    public static ParallelCorpus Load(string path, CorpusOptions? options = null)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such file; expected lines of source, a tab and target.", path);
        return new CorpusReader(path, options ?? new CorpusOptions()).Read(File.ReadAllBytes(path));
    }

    /// <summary>Reads the lines of a text, as <see cref="Load"/> reads a file.</summary>
    public static ParallelCorpus Parse(string text, CorpusOptions? options = null) =>
        new CorpusReader("text", options ?? new CorpusOptions()).Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the pairs as tab-separated lines, in one atomic step. Tabs and line ends within a sentence
    /// become spaces.</summary>
    public void Save(string path)
    {
        var text = new StringBuilder();
        foreach (var pair in _pairs)
        {
            text.Append(OneCell(pair.Source)).Append('\t').Append(OneCell(pair.Target));
            if (pair.Attribution is not null) text.Append('\t').Append(OneCell(pair.Attribution));
            text.Append('\n');
        }

        AtomicFile.WriteText(path, text.ToString());
    }

    /// <summary>The corpus for the opposite direction.</summary>
    public ParallelCorpus Swapped() => new(_pairs.Select(pair => pair.Swapped()));

    /// <summary>Parts the corpus into training, validation and test sentences so that none of the latter two was seen
    /// in training.</summary>
    public CorpusSplit Split(double validation = 0.1, double test = 0.1, long seed = 1) =>
        CorpusSplit.Of(this, validation, test, seed);

    /// <inheritdoc/>
    public IEnumerator<SentencePair> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string OneCell(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
