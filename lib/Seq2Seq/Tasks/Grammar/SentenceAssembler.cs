using Seq2Seq.Metrics;

namespace Seq2Seq.Tasks.Grammar;

/// <summary>Puts a filled template together: word order, agreement, articles, capitals and the alignment.</summary>
internal static class SentenceAssembler
{
    public static AlignedPair Assemble(SynchronousTemplate template, SlotFiller slots, bool timeFirst)
    {
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        int Label(string name)
        {
            if (!labels.TryGetValue(name, out var id)) labels[name] = id = slots.NewLink();
            return id;
        }

        List<Token> Side(IReadOnlyList<Part> parts, Func<Slot, Part, IReadOnlyList<Token>> fill, Func<Part, string> literal)
        {
            var tokens = new List<Token>();
            foreach (var part in parts)
            {
                if (part.IsSlot)
                {
                    foreach (var token in fill(slots[part.Name], part))
                    {
                        if (token.Sure.Count > 0) token.Anchors.Add(Label(part.Name));
                        tokens.Add(token);
                    }

                    continue;
                }

                var word = new Token(literal(part));
                foreach (var name in part.Sure) word.Link(Label(name));
                foreach (var name in part.Possible) word.MayLink(Label(name));
                tokens.Add(word);
            }

            return tokens;
        }

        Agreement With(Part part) => part.AgreesWith.Length == 0 ? Agreement.Plural : slots[part.AgreesWith].Agreement;
        var chinese = Side(
            timeFirst ? TimeFirst(template.Chinese) : template.Chinese, (slot, part) => slot.Chinese(part.Form), part => part.Name);
        var english = Side(
            template.English,
            (slot, part) => part.Form == "it" ? [new Token(slot.Agreement == Agreement.Plural ? "them" : "it")]
                : slot.English(part.AgreesWith.Length > 0 ? "pres" : part.Form, With(part)),
            part => part.AgreesWith.Length == 0 ? part.Name : EnglishForms.Present(part.Name, With(part)));

        for (var i = 0; i + 1 < english.Count; i++)
        {
            if (english[i].Text == "a") english[i].Text = EnglishForms.Article(english[i + 1].Text);
        }

        var (sure, possible) = Links(chinese, english);
        var words = english.Select(token => token.Text).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return new AlignedPair([.. chinese.Select(token => token.Text)], words, sure, possible);
    }

    // {s} {t} ... may as well be said {t} {s} ... in Chinese.
    private static IReadOnlyList<Part> TimeFirst(IReadOnlyList<Part> parts) =>
        parts is [{ IsSlot: true, Name: "s" } subject, { IsSlot: true, Name: "t" } time, ..]
            ? [time, subject, .. parts.Skip(2)]
            : parts;

    private static (AlignmentLink[] Sure, AlignmentLink[] Possible) Links(List<Token> chinese, List<Token> english)
    {
        List<AlignmentLink> sure = [], possible = [];
        for (var i = 0; i < chinese.Count; i++)
        {
            for (var j = 0; j < english.Count; j++)
            {
                var (a, b) = (chinese[i], english[j]);
                if (a.Sure.Overlaps(b.Sure) || a.Sure.Overlaps(b.Anchors) || a.Anchors.Overlaps(b.Sure))
                {
                    sure.Add(new AlignmentLink(i, j));
                }
                else if (May(a, b) || May(b, a))
                {
                    possible.Add(new AlignmentLink(i, j));
                }
            }
        }

        return ([.. sure], [.. possible]);
    }

    private static bool May(Token a, Token b) =>
        a.Possible.Overlaps(b.Sure) || a.Possible.Overlaps(b.Possible) || a.Possible.Overlaps(b.Anchors);
}
