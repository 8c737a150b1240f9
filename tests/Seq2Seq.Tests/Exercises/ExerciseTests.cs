using Seq2Seq.Display;
using Seq2Seq.Exercises;

namespace Seq2Seq.Tests.Exercises;

public sealed class ExerciseTests
{
    private static readonly MeanExercise Mean = new();

    [Fact]
    public void The_three_outcomes_read_well_as_text()
    {
        Assert.Equal("○ 99.1 The mean: not attempted. Replace the stub by your answer and run both cells again.", Check(double (double[] _) => throw new NotImplementedException()));
        Assert.Equal("✓ 99.1 The mean: right.", Check((double[] x) => x.Average()));
        Assert.Equal("✗ 99.1 The mean: not yet. That is the sum; divide it by the count. Stuck? Exercise.Hint(\"99.1\")", Check((double[] x) => x.Sum()));
    }

    [Fact]
    public void An_unknown_mistake_is_shown_with_the_input_the_answer_and_what_was_expected()
    {
        Assert.Equal(
            "✗ 99.1 The mean: not yet. mean([1, 2, 6]) gave 6; expected 3. Stuck? Exercise.Hint(\"99.1\")",
            Check((double[] x) => x.Max()));
    }

    [Fact]
    public void A_thrown_exception_is_named_with_the_input()
    {
        Assert.Equal(
            "✗ 99.1 The mean: not yet. mean([1, 2, 6]) threw IndexOutOfRangeException: Index was outside the bounds of the array. Stuck? Exercise.Hint(\"99.1\")",
            Check((double[] x) => x[x.Length]));
    }

    [Fact]
    public void A_method_of_another_shape_is_told_the_expected_one()
    {
        Assert.Equal(
            "✗ 99.1 The mean: not yet. Your method is (int[], (float, string)) → List<int>; expected (double[]) → double. Stuck? Exercise.Hint(\"99.1\")",
            Check((int[] x, (float, string) y) => new List<int>()));
        Assert.Equal(
            "✗ 99.1 The mean: not yet. Your answer is of type int; expected a method (double[]) → double. Stuck? Exercise.Hint(\"99.1\")",
            Exercise.Check(Mean, 3, null).ToString());
    }

    [Fact]
    public void Nothing_at_all_is_not_attempted()
    {
        Assert.Equal(Outcome.NotAttempted, Exercise.Check(Mean, null, null).Outcome);
    }

    [Fact]
    public void A_requirement_that_does_not_hold_has_its_say()
    {
        var exercise = new ChangingExercise();

        Assert.Equal(Outcome.Right, Exercise.Check(exercise, (double[] x) => x.Max(), null).Outcome);
        Assert.Equal("Your method changes its input.", Judge(exercise, (double[] x) =>
        {
            Array.Sort(x);
            return x[^1];
        }));
    }

    [Theory]
    [InlineData(42, Outcome.Right)]
    [InlineData(41.9999999, Outcome.Right)]
    [InlineData(double.NaN, Outcome.NotAttempted)]
    [InlineData(7, Outcome.NotYet)]
    [InlineData(24, Outcome.NotYet)]
    public void A_value_can_be_an_answer(object answer, Outcome expected)
    {
        Assert.Equal(expected, Exercise.Check(new ValueExercise(), answer, null).Outcome);
    }

    [Fact]
    public void A_wrong_value_does_not_give_the_right_one_away()
    {
        Assert.Equal("Your value is 7, which is not right.", new ValueExercise().Judge(7).Message);
        Assert.Equal("You swapped the digits.", new ValueExercise().Judge(24).Message);
        Assert.Equal("Your answer is of type string; expected a value of type double.", new ValueExercise().Judge("42").Message);
    }

    [Fact]
    public void The_self_test_finds_a_passing_stub_a_failing_solution_and_a_mistake_taken_for_another()
    {
        Assert.Equal(
            [
                "99.9: the stub is Right; expected NotAttempted.",
                "99.9: the mistake 'right after all' is Right: ",
                "99.9: the mistake 'second' is NotYet: first",
            ],
            new BrokenExercise().SelfTest());
    }

    [Fact]
    public void A_card_shows_itself_as_HTML_with_its_hints_folded()
    {
        var card = Exercise.Check(Mean, (double[] x) => x.Sum(), null);

        var html = card.ToMimeBundle()[MimeTypes.Html];

        Assert.Equal(
            "<div style=\"border-left:4px solid #d08700;padding:.3em .8em;margin:.3em 0\"><strong>✗ 99.1 The mean: not yet.</strong> "
            + "That is the sum; divide it by the count. Stuck? Exercise.Hint(&quot;99.1&quot;)"
            + "<details><summary>Hint 1</summary>Add &amp; divide.</details><details><summary>Hint 2</summary>x.Sum() / x.Length</details></div>",
            html);
        Assert.DoesNotContain("details", Exercise.Check(Mean, (double[] x) => x.Average(), null).ToMimeBundle()[MimeTypes.Html], StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_is_shown_as_it_stands_in_the_definition()
    {
        Assert.Equal(
            """
            x =>
            {
                var sum = x.Sum();
                return sum / x.Length;
            }
            """.ReplaceLineEndings("\n"),
            Mean.SolutionText);
    }

    [Theory]
    [InlineData(1.0, 1.000001, true)]
    [InlineData(1.0, 1.001, false)]
    [InlineData(1_000_000.0, 1_000_001.0, true)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(2, 2.0f, true)]
    [InlineData("a", "a", true)]
    [InlineData(null, "a", false)]
    public void Values_are_compared_by_what_they_mean(object? first, object? second, bool same)
    {
        Assert.Equal(same, AnswerComparer.Same(first, second, 1e-5));
    }

    [Fact]
    public void Containers_are_compared_item_by_item()
    {
        using var tensor = torch.tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
        using var same = torch.tensor(new double[] { 1, 2, 3, 4, 5, 6.0000001 }, 2, 3);
        using var flat = torch.tensor(new float[] { 1, 2, 3, 4, 5, 6 });

        Assert.True(AnswerComparer.Same(new List<int> { 1, 2 }, new[] { 1.0, 2.0 }, 1e-5));
        Assert.False(AnswerComparer.Same(new[,] { { 1, 2 } }, new[,] { { 1 }, { 2 } }, 1e-5));
        Assert.True(AnswerComparer.Same((1, "a"), (1, "a"), 1e-5));
        Assert.True(AnswerComparer.Same(new HashSet<int> { 1, 2 }, new HashSet<int> { 2, 1 }, 1e-5));
        Assert.True(AnswerComparer.Same(new Dictionary<string, int> { ["a"] = 1 }, new Dictionary<string, double> { ["a"] = 1 }, 1e-5));
        Assert.False(AnswerComparer.Same(new Dictionary<string, int> { ["a"] = 1 }, new Dictionary<string, int> { ["b"] = 1 }, 1e-5));
        Assert.True(AnswerComparer.Same(tensor, same, 1e-5));
        Assert.False(AnswerComparer.Same(tensor, flat, 1e-5));
        Assert.Equal("a tensor (2, 3) [1, 2, 3, 4, 5, 6]", AnswerText.Of(tensor));
        Assert.Equal("(1, 2) [1, 2]", AnswerText.Of(new[,] { { 1, 2 } }));
        Assert.Equal("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ... 20 in all]", AnswerText.Of(Enumerable.Range(0, 20)));
        Assert.Equal("{\"a\": 0.5}", AnswerText.Of(new Dictionary<string, double> { ["a"] = 0.5 }));
        Assert.Equal("(1e-9, true, null)", AnswerText.Of((1e-9, true, (string?)null)));
    }

    private static string Check(Delegate answer) => Exercise.Check(Mean, answer, null).ToString();

    private static string Judge(ExerciseDefinition exercise, Delegate answer) => exercise.Judge(answer).Message;

    private sealed class MeanExercise : Exercise<Func<double[], double>>
    {
        public MeanExercise() : base("99.1", "The mean", "Add & divide.", "x.Sum() / x.Length")
        {
            Stub(_ => throw new NotImplementedException());
            Solution(x =>
            {
                var sum = x.Sum();
                return sum / x.Length;
            });
            Mistake("That is the sum; divide it by the count.", x => x.Sum());
            Case(mean => mean([1, 2, 6]));
            Case(mean => mean([2]));
        }
    }

    private sealed class ChangingExercise : Exercise<Func<double[], double>>
    {
        public ChangingExercise() : base("99.2", "The maximum", "One.", "Two.")
        {
            Stub(_ => throw new NotImplementedException());
            Solution(x => x.Max());
            Require("Your method changes its input.", maximum =>
            {
                double[] input = [3, 1];
                maximum(input);
                return input[0] == 3;
            });
            Case(maximum => maximum([1, 3, 2]));
        }
    }

    private sealed class ValueExercise : Exercise<double>
    {
        public ValueExercise() : base("99.3", "The answer", "One.", "Two.")
        {
            Stub(double.NaN);
            Solution(42);
            Mistake("You swapped the digits.", 24);
        }
    }

    private sealed class BrokenExercise : Exercise<Func<int, int>>
    {
        public BrokenExercise() : base("99.9", "Broken", "One.", "Two.")
        {
            Stub(x => x);
            Solution(x => x);
            Mistake("right after all", x => x);
            Mistake("first", _ => 0);
            Mistake("second", x => x - x);
            Case(f => f(1));
        }
    }
}
