namespace Seq2Seq.Tasks.Grammar;

/// <summary>One rule of the grammar: what fills its gaps, and the sentence in both languages.</summary>
/// <remarks>
/// Written as one line "slots | Chinese | English". A slot is <c>name=kind(arguments)</c>. In the sentences <c>{name}</c> and
/// <c>{name:form}</c> stand for slots, <c>{v@s}</c> and <c>be@s</c> for a present tense that agrees with slot s; a literal may end in
/// <c>=label</c> (surely linked to what carries the label on the other side, a slot's name included) or <c>~label</c> (possibly linked).
/// </remarks>
internal sealed class SynchronousTemplate
{
    private SynchronousTemplate(int weight, SlotRule[] slots, Part[] chinese, Part[] english)
    {
        Weight = weight;
        Slots = slots;
        Chinese = chinese;
        English = english;
    }

    /// <summary>How often the rule is used, relative to the others.</summary>
    public int Weight { get; }

    public IReadOnlyList<SlotRule> Slots { get; }

    public IReadOnlyList<Part> Chinese { get; }

    public IReadOnlyList<Part> English { get; }

    public static SynchronousTemplate Parse(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        if (fields.Length != 3) throw new FormatException($"Grammar rule: got {fields.Length} fields, expected 3, in: {line}");
        var words = fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hasWeight = words.Length > 0 && words[0].StartsWith('*');
        var weight = hasWeight ? words[0][1] - '0' : 2;
        return new SynchronousTemplate(
            weight,
            [.. words.Skip(hasWeight ? 1 : 0).Select(SlotRule.Parse)],
            [.. fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part.Parse)],
            [.. fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part.Parse)]);
    }
}

/// <summary>A gap: its name, the kind of thing that fills it, and what that depends on.</summary>
internal sealed record SlotRule(string Name, string Kind, string[] Arguments)
{
    public static SlotRule Parse(string text)
    {
        var halves = text.Split('=', 2);
        var open = halves[1].IndexOf('(', StringComparison.Ordinal);
        return open < 0
            ? new SlotRule(halves[0], halves[1], [])
            : new SlotRule(halves[0], halves[1][..open], halves[1][(open + 1)..^1].Split(','));
    }
}

/// <summary>One position of a template: a slot in some form, or a literal with its links.</summary>
internal sealed record Part(string Name, bool IsSlot, string Form, string AgreesWith, string[] Sure, string[] Possible)
{
    public static Part Parse(string text)
    {
        List<string> sure = [], possible = [];
        var end = text.Length;
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] is not ('=' or '~')) continue;
            (text[i] == '=' ? sure : possible).Add(text[(i + 1)..end]);
            end = i;
        }

        var word = text[..end];
        var isSlot = word.StartsWith('{');
        if (isSlot) word = word[1..^1];
        var (form, agreesWith) = ("", "");
        if (word.Split('@') is [var before, var with]) (word, agreesWith) = (before, with);
        if (isSlot && word.Split(':') is [var name, var asked]) (word, form) = (name, asked);
        return new Part(word, isSlot, form, agreesWith, [.. sure], [.. possible]);
    }
}
