using Seq2Seq.Host.Progress;
using Seq2Seq.Host.Tests.Running;

namespace Seq2Seq.Host.Tests.Progress;

public sealed class CourseOverviewTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("progress-").FullName;

    public CourseOverviewTests()
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        TestNotebook.Write(notebooks, "01-a", "md:# 01 · A", "Exercise.Check(\"01.1\", F)", "Exercise.Check( \"01.2\")", "Exercise.Check(\"01.1\", F)");
        TestNotebook.Write(notebooks, "02-b", "md:# 02 · B", "Exercise.Check(\"02.1\", G)");
        TestNotebook.Write(notebooks, "03-c", "md:# 03 · C");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Done_and_open_exercises_are_listed_per_notebook()
    {
        Save("""{"format":"seq2seq-progress","version":1,"exercises":{"01.1":{"state":"right","checks":2},"01.2":{"state":"tried"},"02.1":{"state":"right"}}}""");

        Assert.Equal("""
            [~] 01 · A  1 of 2 exercises
                  01.1   right
                  01.2   tried
            [x] 02 · B  1 of 1 exercises
                  02.1   right
            [ ] 03 · C
            3 notebooks, 2 of 3 exercises right

            """.ReplaceLineEndings(), CourseOverview.Find(Path.Combine(folder, "notebooks"))!.ToText(withExercises: true));
    }

    [Theory]
    [InlineData("{\"format\":\"seq2seq-progress\",\"version\":2,\"exercises\":{}}", "PATH was written by a newer release; it is left as it is.")]
    [InlineData("{\"format\":\"other\"}", "PATH can't be read (it is no progress file). The next checked exercise repairs it.")]
    public void A_file_that_does_not_fit_is_named_and_counts_as_nothing(string text, string note)
    {
        var path = Save(text);

        var course = CourseOverview.Find(folder)!;

        Assert.Equal(note.Replace("PATH", path, StringComparison.Ordinal), course.Note);
        Assert.EndsWith("3 notebooks, 0 of 3 exercises right\n" + course.Note + "\n", course.ToText(withExercises: false).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_means_nothing_done_yet()
    {
        var course = CourseOverview.Find(folder)!;

        Assert.Null(course.Note);
        Assert.All(course.Notebooks.SelectMany(notebook => notebook.Exercises), exercise => Assert.Equal(ExerciseState.Open, exercise.State));
    }

    private string Save(string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".course")).FullName, "progress.json");
        File.WriteAllText(path, text);
        return path;
    }
}
