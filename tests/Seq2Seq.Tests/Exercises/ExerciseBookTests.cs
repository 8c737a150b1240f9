using System.Text.RegularExpressions;
using Seq2Seq.Exercises;

namespace Seq2Seq.Tests.Exercises;

/// <summary>Every exercise of the course holds what the course promises.</summary>
public sealed partial class ExerciseBookTests
{
    public static TheoryData<string> Numbers => [.. ExerciseBook.All.Select(exercise => exercise.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_stub_does_not_pass_the_solution_does_and_every_mistake_gets_its_own_message(string number)
    {
        Assert.Empty(ExerciseBook.Get(number).SelfTest());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Hints_rise_and_the_solution_reads_as_code(string number)
    {
        var exercise = ExerciseBook.Get(number);

        Assert.Equal(2, exercise.Hints.Distinct().Count());
        Assert.All(exercise.Hints, hint => Assert.EndsWith(".", hint, StringComparison.Ordinal));
        Assert.DoesNotContain("NotImplementedException", exercise.SolutionText, StringComparison.Ordinal);
        Assert.Equal(exercise.SolutionText, exercise.SolutionText.Trim());
        Assert.True(exercise.SolutionText.Length > 0);
    }

    [Fact]
    public void Numbers_of_a_notebook_run_from_1_without_a_gap()
    {
        foreach (var notebook in ExerciseBook.All.GroupBy(exercise => exercise.Notebook))
        {
            Assert.Equal(Enumerable.Range(1, notebook.Count()).Select(place => $"{notebook.Key}.{place}"), notebook.Select(exercise => exercise.Number));
        }
    }

    [Fact]
    public void Every_check_in_a_notebook_has_its_exercise_and_the_other_way_round()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Seq2Seq.Notebooks.sln"))) root = root.Parent;
        var folder = Path.Combine(root!.FullName, "notebooks");
        if (!Directory.Exists(folder)) Assert.Skip("There are no notebooks yet.");
        foreach (var notebook in Directory.GetFiles(folder, "??-*.ipynb"))
        {
            var checks = Call().Matches(File.ReadAllText(notebook)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
            var number = Path.GetFileName(notebook)[..2];

            Assert.Equal(ExerciseBook.All.Where(exercise => exercise.Notebook == number).Select(exercise => exercise.Number), checks);
        }
    }

    [Fact]
    public void An_unknown_number_is_answered_with_the_known_ones()
    {
        Assert.Equal(
            "Exercise '01.9': there is none; notebook 01 has 01.1, 01.2, 01.3, 01.4.",
            Assert.Throws<ArgumentException>(() => ExerciseBook.Get("01.9")).Message);
        Assert.Equal(
            "Exercise 'x': there is none; expected a number such as 00.1.",
            Assert.Throws<ArgumentException>(() => ExerciseBook.Get("x")).Message);
    }

    [GeneratedRegex("""Exercise\.Check\(\\"(\d\d\.\d+)\\",""")]
    private static partial Regex Call();
}
