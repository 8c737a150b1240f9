using System.Globalization;
using System.Text;

namespace Seq2Seq.Text;

/// <summary>Reads <c>source TAB target [TAB attribution]</c> lines, the layout of Tatoeba and Anki files.</summary>
internal sealed class CorpusReader(string name, CorpusOptions options)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] HeaderWords =
        ["source", "src", "target", "tgt", "english", "chinese", "translation", "en", "zh", "input", "output"];

    private readonly List<SentencePair> _pairs = [];
    private readonly List<CorpusProblem> _problems = [];
    private readonly Dictionary<(string, string), int> _seen = [];
    private int _line;

    public ParallelCorpus Read(byte[] bytes)
    {
        CorpusEncoding.Check(name, bytes);
        var rest = bytes.AsSpan();
        if (rest.StartsWith(Encoding.UTF8.Preamble)) rest = rest[Encoding.UTF8.Preamble.Length..];
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            _line++;
            ReadLine(line is [.., (byte)'\r'] ? line[..^1] : line);
        }

        var report = new CorpusReport(name, _line, _pairs.Count, _problems);
        if (_pairs.Count == 0) throw new InvalidDataException(NothingFound(report, bytes));
        return new ParallelCorpus(_pairs, report);
    }

    private void ReadLine(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var at = Math.Max(e.Index, 0);
            Skip(
                CorpusProblemKind.InvalidUtf8,
                string.Create(CultureInfo.InvariantCulture, $"byte {at + 1} is no UTF-8"));
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Skip(CorpusProblemKind.EmptyLine, "empty line");
            return;
        }

        if (text.Any(c => char.IsControl(c) && c != '\t'))
        {
            var code = (int)text.First(c => char.IsControl(c) && c != '\t');
            Skip(
                CorpusProblemKind.ControlCharacter,
                string.Create(CultureInfo.InvariantCulture, $"control character U+{code:X4}"));
            return;
        }

        var columns = text.Split('\t');
        if (columns.Length < 2) Skip(CorpusProblemKind.MissingTab, "no tab between source and target");
        else ReadColumns(columns);
    }

    private void ReadColumns(string[] columns)
    {
        var (source, target) = (columns[0].Trim(), columns[1].Trim());
        if (source.Length == 0 || target.Length == 0)
        {
            if (source.Length == 0) Skip(CorpusProblemKind.EmptySource, "nothing before the first tab");
            else Skip(CorpusProblemKind.EmptyTarget, "nothing behind the first tab");
            return;
        }

        if (_line == 1 && IsHeader(source) && IsHeader(target))
        {
            Skip(CorpusProblemKind.Header, $"names of columns: {source}, {target}");
            return;
        }

        var longest = Math.Max(source.Length, target.Length);
        if (longest > options.MaximumLength)
        {
            Skip(
                CorpusProblemKind.TooLong,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{longest} characters; at most {options.MaximumLength} are allowed"));
            return;
        }

        if (_seen.TryGetValue((source, target), out var first))
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"the same pair as line {first}");
            _problems.Add(new CorpusProblem(_line, CorpusProblemKind.Duplicate, !options.KeepDuplicates, detail));
            if (!options.KeepDuplicates) return;
        }
        else _seen.Add((source, target), _line);

        if (columns.Length > 3)
            Keep(
                CorpusProblemKind.ExtraColumns,
                string.Create(
                    CultureInfo.InvariantCulture, $"{columns.Length} columns; those behind the third are ignored"));
        if (CorpusEncoding.LooksGarbled(source) || CorpusEncoding.LooksGarbled(target))
            Keep(CorpusProblemKind.GarbledText, "text that was once decoded wrongly");
        var attribution = columns.Length > 2 && columns[2].Trim().Length > 0 ? columns[2].Trim() : null;
        var pair = new SentencePair(source, target, attribution, _line);
        _pairs.Add(options.Swap ? pair.Swapped() : pair);
    }

    private static bool IsHeader(string text) => HeaderWords.Contains(text.ToLowerInvariant());

    private void Skip(CorpusProblemKind kind, string detail) =>
        _problems.Add(new CorpusProblem(_line, kind, true, detail));

    private void Keep(CorpusProblemKind kind, string detail) =>
        _problems.Add(new CorpusProblem(_line, kind, false, detail));

    private static string NothingFound(CorpusReport report, byte[] bytes)
    {
        if (report.Lines == 0) return $"{report.Name}: the file is empty; expected lines of source, a tab and target.";
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (report.CountOf(CorpusProblemKind.MissingTab) == 0)
        {
            return report.CountOf(CorpusProblemKind.InvalidUtf8) > 0
                ? $"{report}\nNo line could be read as UTF-8. {CorpusEncoding.Guess(bytes)}"
                : $"{report}\nNo line gives a pair; expected lines of source, a tab and target.";
        }

        foreach (var (separator, called) in ((string, string)[])[("|||", "three bars (|||)"), (";", "a semicolon"),
            (",", "a comma"), ("|", "a bar (|)"), ("    ", "four spaces")])
        {
            if (lines.Count(line => line.Contains(separator, StringComparison.Ordinal)) * 10 >= lines.Length * 9)
            {
                return $"{report}\nNo line has a tab, but nearly every line has {called}. Put a tab between source and target, for instance by saving as tab-separated text.";
            }
        }

        return $"{report}\nNo line has a tab: the file has one column; expected source, a tab and target. Put the translations behind their sentences.";
    }
}
