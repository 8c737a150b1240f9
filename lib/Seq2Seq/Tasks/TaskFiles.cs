using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Seq2Seq.Tasks;

/// <summary>The files of <c>data/</c>: made here, and only here.</summary>
public static class TaskFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Every file with its path inside the folder and its text.</summary>
    public static IReadOnlyDictionary<string, string> Render()
    {
        var corpus = ChineseEnglishCorpus.Generate();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, pairs) in new[]
        {
            ("train", corpus.Train), ("validation", corpus.Validation), ("test", corpus.Test), ("held-out", corpus.HeldOut),
        })
        {
            files[$"zh-en/{part}.tsv"] = Lines(pairs.Select(pair => $"{pair.SourceText}\t{pair.TargetText}"));
            files[$"zh-en/{part}.aligned.tsv"] = Lines(pairs.Select(pair => pair.ToString()));
        }

        foreach (var (task, pairs) in new[]
        {
            ("copy", ToyTasks.Copy(2000)), ("reverse", ToyTasks.Reverse(2000)), ("sort", ToyTasks.Sort(2000)),
            ("addition", ToyTasks.Addition(5000)), ("dates", ToyTasks.Dates(3000)),
            ("numbers-en", ToyTasks.EnglishNumbers(3000)), ("numbers-zh", ToyTasks.ChineseNumbers(3000)),
        })
        {
            files[$"toy/{task}.tsv"] = Lines(pairs);
        }

        var reversal = ToyTasks.IntegerReversal();
        files["integer-reversal/test.tsv"] = Lines(reversal.Test);
        // The 50,000 training pairs are 3.6 MB and one call away; their fingerprint says that the call still gives the same.
        files["integer-reversal/SHA256SUMS"] = string.Create(
            CultureInfo.InvariantCulture,
            $"{Fingerprint(Lines(reversal.Train))}  train.tsv\n{Fingerprint(Lines(reversal.Validation))}  validation.tsv\n");
        return files;
    }

    /// <summary>Writes every file below <paramref name="folder"/> and gives the paths.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        var files = Render();
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text, s_utf8);
        }

        return [.. files.Keys];
    }

    private static string Lines<T>(IEnumerable<T> items)
    {
        var text = new StringBuilder();
        foreach (var item in items) text.Append(item).Append('\n');
        return text.ToString();
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(s_utf8.GetBytes(text)));
}
