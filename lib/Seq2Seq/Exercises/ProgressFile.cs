using System.Globalization;
using System.Text.Json;
using Seq2Seq.Text;

namespace Seq2Seq.Exercises;

/// <summary>A learner's progress on disk. The format and its rules are in docs/progress-format.md.</summary>
public sealed class ProgressFile
{
    private const string Format = "seq2seq-progress";
    private const int LockPatience = 5000;

    /// <summary>The file at a path; it need not exist.</summary>
    public ProgressFile(string path) => FilePath = Path.GetFullPath(path);

    /// <summary>Where it is.</summary>
    public string FilePath { get; }

    /// <summary>The file of the course folder the process works in; null if SEQ2SEQ_PROGRESS is "off".</summary>
    public static ProgressFile? OfLearner()
    {
        var wanted = Environment.GetEnvironmentVariable("SEQ2SEQ_PROGRESS");
        if (wanted == "off") return null;
        return new ProgressFile(
            string.IsNullOrEmpty(wanted)
                ? Path.Combine(CourseFolder(Directory.GetCurrentDirectory()), ".course", "progress.json") : wanted);
    }

    /// <summary>Every exercise that was attempted, by number. A damaged file counts as its previous version; none
    /// counts as empty.</summary>
    /// <exception cref="InvalidDataException">A newer release wrote the file.</exception>
    public IReadOnlyDictionary<string, ProgressEntry> Read() =>
        TryRead(FilePath, out var entries) || TryRead(Previous, out entries) ? entries
            : new SortedDictionary<string, ProgressEntry>();

    /// <summary>Changes one entry. Gives null, or the reason why the progress could not be saved: that never fails a
    /// check.</summary>
    public string? TryRecord(string number, Func<ProgressEntry, ProgressEntry> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            using var held = Lock();
            if (!TryRead(FilePath, out var entries))
            {
                SetDamagedAside();
                if (!TryRead(Previous, out entries))
                    entries = new SortedDictionary<string, ProgressEntry>(
                        Comparer<string>.Create(ExerciseBook.Compare));
            }
            else if (File.Exists(FilePath))
            {
                Files.AtomicFile.WriteBytes(Previous, File.ReadAllBytes(FilePath));
            }

            var before = entries.GetValueOrDefault(number) ?? new ProgressEntry();
            entries[number] = change(before);
            Write(entries);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or InvalidDataException)
        {
            return $"Your progress could not be saved: {e.Message}";
        }
    }

    private string Previous => Beside("progress.previous.json");

    private string Beside(string name) =>
        Path.Combine(
            Path.GetDirectoryName(FilePath)!,
            name.Replace("progress", Path.GetFileNameWithoutExtension(FilePath), StringComparison.Ordinal));

    internal static string CourseFolder(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, ".course"))
                || Directory.Exists(Path.Combine(folder.FullName, "notebooks"))) return folder.FullName;
        }

        return from;
    }

    // False if there is something at the path that can't be read; true with no entries if there is nothing.
    private static bool TryRead(string path, out SortedDictionary<string, ProgressEntry> entries)
    {
        entries = new SortedDictionary<string, ProgressEntry>(Comparer<string>.Create(ExerciseBook.Compare));
        if (!File.Exists(path)) return path.EndsWith(".previous.json", StringComparison.Ordinal) is false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format) return false;
            if (root.GetProperty("version").GetInt32() > 1)
                throw new InvalidDataException($"{path} was written by a newer release; it is left as it is.");
            foreach (var property in root.GetProperty("exercises").EnumerateObject())
            {
                entries[property.Name] = new ProgressEntry
                {
                    IsRight = property.Value.GetProperty("state").GetString() == "right",
                    Checks = property.Value.GetProperty("checks").GetInt32(),
                    Hints = property.Value.GetProperty("hints").GetInt32(),
                    Revealed = property.Value.GetProperty("revealed").GetBoolean(),
                };
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            entries.Clear();
            return false;
        }
    }

    private void Write(SortedDictionary<string, ProgressEntry> entries) => JsonFile.Save(FilePath, Format, json =>
    {
        json.WriteStartObject("exercises");
        foreach (var (number, entry) in entries)
        {
            json.WriteStartObject(number);
            json.WriteString("state", entry.IsRight ? "right" : "tried");
            json.WriteNumber("checks", entry.Checks);
            json.WriteNumber("hints", entry.Hints);
            json.WriteBoolean("revealed", entry.Revealed);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private void SetDamagedAside()
    {
        for (var copy = 1; ; copy++)
        {
            var aside = Beside(
                copy == 1 ? "progress.damaged.json"
                    : string.Create(CultureInfo.InvariantCulture, $"progress.damaged-{copy}.json"));
            if (File.Exists(aside)) continue;
            File.Move(FilePath, aside);
            return;
        }
    }

    // Another notebook may be writing: wait for it.
    private FileStream Lock()
    {
        var started = Environment.TickCount64;
        while (true)
        {
            try
            {
                return new FileStream(FilePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e) && Environment.TickCount64 - started < LockPatience)
            {
                Thread.Sleep(10);
            }
        }
    }

    // EAGAIN on Linux and macOS, a sharing violation on Windows.
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
