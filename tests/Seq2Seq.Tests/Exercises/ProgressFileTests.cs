using Seq2Seq.Exercises;

namespace Seq2Seq.Tests.Exercises;

public sealed class ProgressFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seq2seq-progress-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable("SEQ2SEQ_PROGRESS");
    private readonly ProgressFile _file;

    public ProgressFileTests() => _file = new ProgressFile(Path.Combine(_folder, "progress.json"));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("SEQ2SEQ_PROGRESS", _before);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_file_is_the_one_of_the_documentation()
    {
        _file.TryRecord("10.1", entry => entry with { Checks = 1, Hints = 2, Revealed = true });
        _file.TryRecord("01.2", entry => entry with { IsRight = true, Checks = 3, Hints = 1 });

        Assert.Equal(
            """
            {
              "format": "seq2seq-progress",
              "version": 1,
              "exercises": {
                "01.2": {
                  "state": "right",
                  "checks": 3,
                  "hints": 1,
                  "revealed": false
                },
                "10.1": {
                  "state": "tried",
                  "checks": 1,
                  "hints": 2,
                  "revealed": true
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_file.FilePath));
        Assert.Equal(["01.2", "10.1"], _file.Read().Keys);
    }

    [Fact]
    public void Checks_hints_and_solutions_leave_their_trace_and_right_stays_right()
    {
        Environment.SetEnvironmentVariable("SEQ2SEQ_PROGRESS", _file.FilePath);
        Exercise.Check("01.2", double (string[] _, HashSet<string> _) => throw new NotImplementedException());
        Assert.False(File.Exists(_file.FilePath));

        Exercise.Check("01.2", (string[] tokens, HashSet<string> vocabulary) => 0.0);
        Exercise.Check("01.2", (string[] tokens, HashSet<string> vocabulary) => tokens.Count(vocabulary.Contains) / (double)tokens.Length);
        Exercise.Check("01.2", (string[] tokens, HashSet<string> vocabulary) => 1.0);
        Assert.Contains("hint 1 of 2:", Exercise.Hint("01.2").ToString(), StringComparison.Ordinal);
        Assert.Contains("hint 2 of 2:", Exercise.Hint("01.2").ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Exercise.Reveal(\"01.2\")", Exercise.Hint("01.2").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("01.2 Coverage of a vocabulary, a solution:\n(tokens, vocabulary) =>", Exercise.Reveal("01.2").ToString(), StringComparison.Ordinal);

        Assert.Equal(new ProgressEntry { IsRight = true, Checks = 3, Hints = 2, Revealed = true }, _file.Read()["01.2"]);
    }

    [Fact]
    public void Progress_can_be_switched_off()
    {
        Environment.SetEnvironmentVariable("SEQ2SEQ_PROGRESS", "off");

        Assert.Null(ProgressFile.OfLearner());
    }

    [Fact]
    public void A_damaged_file_is_set_aside_and_its_previous_version_goes_on()
    {
        _file.TryRecord("01.1", entry => entry with { IsRight = true, Checks = 1 });
        _file.TryRecord("01.2", entry => entry with { Checks = 1 });
        var whole = File.ReadAllBytes(_file.FilePath);
        for (var length = 0; length < whole.Length - 2; length += 7)
        {
            File.WriteAllBytes(_file.FilePath, whole[..length]);

            Assert.Equal(["01.1"], _file.Read().Keys);
        }

        Assert.Null(_file.TryRecord("03.1", entry => entry with { Checks = 1 }));

        Assert.Equal(["01.1", "03.1"], _file.Read().Keys);
        Assert.True(File.Exists(Path.Combine(_folder, "progress.damaged.json")));
    }

    [Fact]
    public void Without_a_previous_version_a_damaged_file_is_kept_beside_a_new_one()
    {
        foreach (var damage in (string[])["", "no JSON", """{"format":"seq2seq-progress","version":1,"exercises":[]}"""])
        {
            File.Delete(Path.Combine(_folder, "progress.previous.json"));
            File.WriteAllText(_file.FilePath, damage);

            Assert.Null(_file.TryRecord("01.1", entry => entry with { Checks = 1 }));
            Assert.Equal(["01.1"], _file.Read().Keys);
        }

        Assert.Equal("no JSON", File.ReadAllText(Path.Combine(_folder, "progress.damaged-2.json")));
        Assert.True(File.Exists(Path.Combine(_folder, "progress.damaged-3.json")));
    }

    [Fact]
    public void A_file_of_a_newer_release_is_left_as_it_is()
    {
        const string Newer = """{"format":"seq2seq-progress","version":2}""";
        File.WriteAllText(_file.FilePath, Newer);

        Assert.Equal(
            $"Your progress could not be saved: {_file.FilePath} was written by a newer release; it is left as it is.",
            _file.TryRecord("01.1", entry => entry));
        Assert.Equal(Newer, File.ReadAllText(_file.FilePath));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_said_and_nothing_fails()
    {
        var file = new ProgressFile(Path.Combine(_folder, "progress.json", "progress.json"));
        File.WriteAllText(_file.FilePath, "{}");

        Assert.StartsWith("Your progress could not be saved: ", file.TryRecord("01.1", entry => entry), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_writers_lose_nothing()
    {
        Parallel.For(0, 40, i => Assert.Null(new ProgressFile(_file.FilePath).TryRecord($"{i % 4:00}.{i / 4 + 1}", entry => entry with { Checks = entry.Checks + 1 })));

        Assert.Equal(40, _file.Read().Count);
        Assert.Equal("03.10", _file.Read().Keys.Last());
    }

    [Fact]
    public void The_course_folder_is_found_from_a_folder_inside_it()
    {
        Environment.SetEnvironmentVariable("SEQ2SEQ_PROGRESS", null);
        var notebooks = Directory.CreateDirectory(Path.Combine(_folder, "course", "notebooks"));

        Assert.Equal(Path.Combine(_folder, "course"), ProgressFile.CourseFolder(notebooks.FullName));
    }
}
