using Seq2Seq.Metrics;

namespace Seq2Seq.Tests.Metrics;

public sealed class ClassificationTests
{
    [Fact]
    public void Scores_of_classes_and_kappa_agree_with_nltk()
    {
        var fixture = MetricFixture.Root.GetProperty("labels");

        var matrix = ConfusionMatrix.Of(fixture.GetProperty("gold").Strings(), fixture.GetProperty("predicted").Strings());

        foreach (var expected in fixture.GetProperty("classes").EnumerateObject())
        {
            var numbers = expected.Value.Numbers();
            Assert.Equal(numbers[0], matrix.Precision(expected.Name), 12);
            Assert.Equal(numbers[1], matrix.Recall(expected.Name), 12);
            Assert.Equal(numbers[2], matrix.F1(expected.Name), 12);
        }

        Assert.Equal(fixture.Number("kappa"), matrix.Kappa, 12);
        Assert.Equal(fixture.Number("macroF1"), matrix.MacroF1, 12);
        Assert.Equal(fixture.Number("weightedF1"), matrix.WeightedF1, 12);
        Assert.Equal(fixture.Number("accuracy"), matrix.Accuracy, 12);
    }

    [Fact]
    public void A_matrix_prints_as_a_table()
    {
        var matrix = ConfusionMatrix.Of(["cat", "cat", "dog"], ["cat", "dog", "dog"]);

        Assert.Equal(
            """
            gold           cat      dog  precision  recall     F1
            cat              1        1      1.000   0.500  0.667
            dog              0        1      0.500   1.000  0.667
            """,
            matrix.ToString());
        Assert.Equal(new long[,] { { 1, 1 }, { 0, 1 } }, matrix.ToArray());
        Assert.Equal(
            "ConfusionMatrix: label 'cow'; expected one of cat, dog.",
            Assert.Throws<ArgumentException>(() => matrix.F1("cow")).Message);
    }

    [Fact]
    public void Token_accuracy_looks_at_real_tokens_alone()
    {
        long[,] predicted = { { 1, 2, 9 }, { 4, 9, 9 } };
        long[,] gold = { { 1, 3, 0 }, { 4, 0, 0 } };
        bool[,] mask = { { true, true, false }, { true, false, false } };

        Assert.Equal(2 / 3.0, Accuracy.Tokens(predicted, gold, mask), 12);
        Assert.Equal(
            "Accuracy.Tokens: predicted (2, 3), gold (2, 3), mask (1, 1); expected one shape (B, T).",
            Assert.Throws<ArgumentException>(() => Accuracy.Tokens(predicted, gold, new bool[1, 1])).Message);
        Assert.Equal(
            "Accuracy.Tokens: the mask is false everywhere; expected at least one real token.",
            Assert.Throws<ArgumentException>(() => Accuracy.Tokens(predicted, gold, new bool[2, 3])).Message);
    }

    [Fact]
    public void Sequences_are_right_from_start_to_end_or_wrong()
    {
        Assert.Equal(0.5, Accuracy.Sequences<long>([[1, 2], [3]], [[1, 2], [3, 4]]));
        Assert.Equal(0.75, Accuracy.Of(["a", "b", "c", "d"], ["a", "b", "c", "x"]));
        Assert.Equal(
            "Accuracy.Of: 1 predicted, 2 gold; expected as many of both, at least one.",
            Assert.Throws<ArgumentException>(() => Accuracy.Of([1], [1, 2])).Message);
    }

    [Theory]
    [InlineData("The Eiffel Tower!", "eiffel tower", 1, 1)]
    [InlineData("in the Eiffel Tower", "Eiffel Tower", 0, 0.8)]
    [InlineData("don't", "dont", 1, 1)]
    [InlineData("", "", 1, 1)]
    [InlineData("the", "Paris", 0, 0)]
    [InlineData("北京大学", "北京 大学", 1, 1)]
    [InlineData("北京", "北京大学", 0, 2 / 3.0)]
    public void Answers_are_compared_as_SQuAD_does(string answer, string reference, double exact, double f1)
    {
        Assert.Equal(exact, new ExactMatch { AsAnswers = true }.Sentence(answer, reference).Value);
        Assert.Equal(f1, new AnswerF1().Sentence(answer, reference).Value, 12);
    }

    [Fact]
    public void Exact_match_ignores_spaces_but_not_case()
    {
        Assert.Equal(0.5, new ExactMatch().Corpus(["a  b ", "A"], ["a b", "a"]).Value);
    }

    [Fact]
    public void Spans_need_the_right_ends_and_the_right_label()
    {
        string[] gold = ["B-ARG0", "I-ARG0", "O", "B-ARG1", "B-ARG1", "I-ARG1"];
        string[] predicted = ["B-ARG0", "I-ARG0", "O", "I-ARG1", "O", "B-ARG2"];

        Assert.Equal([new(0, 2, "ARG0"), new(3, 4, "ARG1"), new(4, 6, "ARG1")], SpanScore.Spans(gold));
        Assert.Equal(
            "F1 = 0.6667 (precision 0.6667, recall 0.6667; 2 right of 3 found and 3 real)",
            SpanScore.Of([predicted], [gold]).ToString());
    }

    [Fact]
    public void Perplexity_of_a_fair_choice_is_the_number_of_choices()
    {
        Assert.Equal(8, Perplexity.OfLogProbabilities(Enumerable.Repeat(-Math.Log(8), 5)), 12);
        Assert.Equal(3, Perplexity.Bits(8), 12);
        Assert.Equal(
            "Perplexity.Of: negative log-likelihood -1; expected a sum of −ln p, which is never below 0. (Parameter 'negativeLogLikelihood')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Perplexity.Of(-1, 1)).Message);
    }
}
