using Seq2Seq.Tasks;

namespace Seq2Seq.Tests.Tasks;

public sealed class TaggedSentencesTests
{
    private static readonly IReadOnlyList<TaggedSentence> s_sentences = TaggedSentences.Generate();

    [Fact]
    public void Every_word_has_a_universal_tag_and_a_well_formed_role()
    {
        string[] tags = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "PUNCT", "VERB"];
        string[] roles = ["A0", "A1", "A2", "V", "TMP", "LOC", "MNR"];
        foreach (var sentence in s_sentences)
        {
            Assert.Equal(sentence.Words.Count, sentence.Tags.Count);
            Assert.Equal(sentence.Words.Count, sentence.Roles.Count);
            Assert.Empty(sentence.Tags.Except(tags));
            Assert.Single(sentence.Roles, "B-V");
            Assert.Equal("VERB", sentence.Tags[Place(sentence, "B-V")]);
            for (var i = 0; i < sentence.Roles.Count; i++)
            {
                var role = sentence.Roles[i];
                if (role != "O") Assert.Contains(role[2..], roles);
                // What goes on must have begun.
                if (role.StartsWith("I-", StringComparison.Ordinal)) Assert.Contains(sentence.Roles[i - 1], new[] { "B-" + role[2..], role });
            }
        }
    }

    [Fact]
    public void Words_change_their_class_with_their_place()
    {
        var classes = s_sentences.SelectMany(sentence => sentence.Words.Zip(sentence.Tags))
            .GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.Select(pair => pair.Second).Distinct().Order().ToArray());

        foreach (var word in new[] { "water", "book", "watch", "call" }) Assert.Equal(["NOUN", "VERB"], classes[word]);
        Assert.Equal(["ADJ", "NOUN"], classes["light"]);
    }

    [Fact]
    public void A_passive_turns_the_roles_around()
    {
        var passive = s_sentences.Where(sentence => sentence.Tags.Contains("AUX") && sentence.Roles.Contains("B-A0")).ToArray();
        var active = s_sentences.Where(sentence => !sentence.Tags.Contains("AUX")).ToArray();

        Assert.NotEmpty(passive);
        Assert.All(passive, sentence => Assert.True(Place(sentence, "B-A1") < Place(sentence, "B-A0")));
        Assert.All(active, sentence => Assert.True(Place(sentence, "B-A0") < Place(sentence, "B-A1")));
        Assert.Equal(s_sentences.Count, s_sentences.Select(sentence => string.Join(' ', sentence.Words)).Distinct().Count());
    }

    private static int Place(TaggedSentence sentence, string role) => sentence.Roles.ToList().IndexOf(role);
}
