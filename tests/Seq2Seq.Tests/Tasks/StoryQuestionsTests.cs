using System.Text.RegularExpressions;
using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed partial class StoryQuestionsTests
{
    private static readonly IReadOnlyList<StoryQuestion> s_questions = StoryQuestions.Generate();

    [Fact]
    public void A_reader_of_the_text_alone_gives_the_same_answers()
    {
        Assert.All(s_questions, question => Assert.Equal(question.Answer, new Reader(question.Story).Answer(question.Question)));
    }

    [Fact]
    public void The_supporting_sentences_alone_give_the_answer()
    {
        foreach (var question in s_questions)
        {
            var sentences = question.Story.Split(". ").Select(sentence => sentence.TrimEnd('.') + ".").ToArray();
            var support = string.Join(' ', question.Support.Select(place => sentences[place - 1]));

            Assert.Equal(question.Answer, new Reader(support).Answer(question.Question));
        }
    }

    [Fact]
    public void All_kinds_of_question_and_many_answers_are_there()
    {
        foreach (var start in new[] { "Where is ", "Who has ", "Where was " })
        {
            Assert.True(s_questions.Count(question => question.Question.StartsWith(start, StringComparison.Ordinal)) > 300, start);
        }

        Assert.True(s_questions.Count(question => question.Support.Count == 2) > 400);
        // No answer is worth guessing.
        Assert.True(s_questions.GroupBy(question => question.Answer).Max(group => group.Count()) < s_questions.Count / 5);
        Assert.Equal(s_questions.Count, s_questions.Select(question => question.Story + question.Question).Distinct().Count());
    }

    // Reads sentence by sentence, knowing only English.
    private sealed partial class Reader
    {
        private readonly Dictionary<string, List<string>> _ways = [];
        private readonly Dictionary<string, string> _holders = [];

        public Reader(string story)
        {
            foreach (var sentence in story.Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = sentence.Split(' ');
                if (Going().Match(sentence) is { Success: true } going)
                {
                    if (!_ways.TryGetValue(words[0], out var way)) _ways[words[0]] = way = [];
                    way.Add(going.Groups[1].Value);
                }
                else if (Giving().Match(sentence) is { Success: true } giving) _holders[giving.Groups[1].Value] = giving.Groups[2].Value;
                else if (Leaving().Match(sentence) is { Success: true } leaving) _holders[leaving.Groups[1].Value] = "nobody";
                else if (Taking().Match(sentence) is { Success: true } taking) _holders[taking.Groups[1].Value] = words[0];
                else Assert.Fail("cannot read: " + sentence);
            }
        }

        public string Answer(string question)
        {
            var words = question.TrimEnd('?').Split(' ');
            return words switch
            {
                ["Where", "is", "the", var thing] => _ways[_holders[thing]][^1],
                ["Where", "is", var person] => _ways[person][^1],
                ["Who", "has", "the", var thing] => _holders[thing],
                ["Where", "was", var person, "before", "the", var place] => _ways[person][_ways[person].IndexOf(place) - 1],
                _ => throw new ArgumentException(question),
            };
        }

        [GeneratedRegex("(?:went|walked|hurried|moved) to the (.*)$")]
        private static partial Regex Going();

        [GeneratedRegex("gave the (.*) to (.*)$")]
        private static partial Regex Giving();

        [GeneratedRegex("(?:put down|left) the (.*)$")]
        private static partial Regex Leaving();

        [GeneratedRegex("(?:picked up|took|found) the (\\w+)(?: there)?$")]
        private static partial Regex Taking();
    }
}
