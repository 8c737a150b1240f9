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

        AddSets(files);
        var reversal = ToyTasks.IntegerReversal();
        files["integer-reversal/test.tsv"] = Lines(reversal.Test);
        // The 50,000 training pairs are 3.6 MB and one call away; their fingerprint says that the call still gives the same.
        files["integer-reversal/SHA256SUMS"] = string.Create(
            CultureInfo.InvariantCulture,
            $"{Fingerprint(Lines(reversal.Train))}  train.tsv\n{Fingerprint(Lines(reversal.Validation))}  validation.tsv\n");
        return files;
    }

    /// <summary>Every file that is no text: a few of the sounds and pictures, for ears and eyes.</summary>
    public static IReadOnlyDictionary<string, byte[]> RenderBytes() => new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["scenes/sheet.bmp"] = SceneSheet.Bitmap([.. DrawnScenes.Generate().Take(32)]),
        ["speech/zero-to-nine.wav"] = SpokenDigits.Wav(SpokenDigits.Synthesise(new Utterance("0123456789", 120, 1, 1, 0.002, 1))),
    };

    private static void AddSets(SortedDictionary<string, string> files)
    {
        foreach (var (name, lines) in new (string, IReadOnlyList<string>)[]
        {
            ("news", [.. NewsCorpus.Generate().Select(item => item.ToString())]),
            ("stories", [.. StoryQuestions.Generate().Select(item => item.ToString())]),
            ("tagged", [.. TaggedSentences.Generate().Select(item => item.ToString())]),
        })
        {
            var held = lines.Count / 10;
            files[$"{name}/train.tsv"] = Lines(lines.SkipLast(2 * held));
            files[$"{name}/validation.tsv"] = Lines(lines.SkipLast(held).TakeLast(held));
            files[$"{name}/test.tsv"] = Lines(lines.TakeLast(held));
        }

        var utterances = SpokenDigits.Generate();
        files["speech/utterances.tsv"] = Lines(utterances);
        var scenes = DrawnScenes.Generate();
        files["scenes/scenes.tsv"] = Lines(scenes);
        // Samples and pixels are one call away; their fingerprints say that the call still gives the same.
        files["speech/SHA256SUMS"] = $"{Fingerprint(utterances.Select(item => SpokenDigits.Pcm(SpokenDigits.Synthesise(item))))}  utterances.pcm\n";
        files["scenes/SHA256SUMS"] = $"{Fingerprint(scenes.Select(DrawnScenes.Pixels))}  scenes.rgb\n";
    }

    private static string Fingerprint(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
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

        var others = RenderBytes();
        foreach (var (path, bytes) in others)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }

        return [.. files.Keys, .. others.Keys];
    }

    private static string Lines<T>(IEnumerable<T> items)
    {
        var text = new StringBuilder();
        foreach (var item in items) text.Append(item).Append('\n');
        return text.ToString();
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(s_utf8.GetBytes(text)));
}
