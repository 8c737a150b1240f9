using System.Text.Json;

namespace Seq2Seq.Host.Progress;

/// <summary>Reads the learner's progress; docs/progress-format.md says what stands in it. The library writes it, never this host.</summary>
internal sealed record ProgressFile(IReadOnlyDictionary<string, ExerciseState> Exercises, string? Note)
{
    private const int KnownVersion = 1;

    private static readonly ProgressFile nothing = new(new Dictionary<string, ExerciseState>(), null);

    /// <summary>Where a course keeps it; null if the learner has it switched off.</summary>
    public static string? PathFor(string courseFolder) => Environment.GetEnvironmentVariable("SEQ2SEQ_PROGRESS") switch
    {
        "off" => null,
        { Length: > 0 } file => file,
        _ => Path.Combine(courseFolder, ".course", "progress.json"),
    };

    /// <summary>The progress in a file; none where there is no file, none and a note where it can't be read.</summary>
    public static ProgressFile Read(string? path)
    {
        if (path is null) return nothing with { Note = "Progress is switched off (SEQ2SEQ_PROGRESS=off)." };
        if (!File.Exists(path)) return nothing;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != "seq2seq-progress") return Damaged(path, "it is no progress file");
            if (root.GetProperty("version").GetInt32() > KnownVersion) return nothing with { Note = $"{path} was written by a newer release; it is left as it is." };
            return new ProgressFile(root.GetProperty("exercises").EnumerateObject().ToDictionary(
                exercise => exercise.Name,
                exercise => exercise.Value.GetProperty("state").GetString() == "right" ? ExerciseState.Right : ExerciseState.Tried,
                StringComparer.Ordinal), null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException or FormatException)
        {
            return Damaged(path, exception.Message);
        }
    }

    private static ProgressFile Damaged(string path, string reason) =>
        nothing with { Note = $"{path} can't be read ({reason}). The next checked exercise repairs it." };
}
