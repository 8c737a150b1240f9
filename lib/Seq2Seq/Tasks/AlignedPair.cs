using System.Globalization;
using System.Text;
using Seq2Seq.Metrics;

namespace Seq2Seq.Tasks;

/// <summary>A sentence in two languages, cut into words, with the word alignment a person would draw.</summary>
/// <remarks>
/// Och and Ney 2003: sure links are those any annotator draws; possible links (articles, measure words, particles) are no mistake when
/// drawn and none when left out. <see cref="Possible"/> does not repeat the sure ones.
/// </remarks>
public sealed class AlignedPair
{
    private const string NoSpaceBefore = ".,?!";

    /// <summary>A pair with its alignment.</summary>
    public AlignedPair(
        IReadOnlyList<string> source, IReadOnlyList<string> target, IReadOnlyList<AlignmentLink> sure,
        IReadOnlyList<AlignmentLink> possible)
    {
        Source = source;
        Target = target;
        Sure = sure;
        Possible = possible;
    }

    /// <summary>The Chinese words.</summary>
    public IReadOnlyList<string> Source { get; }

    /// <summary>The English words.</summary>
    public IReadOnlyList<string> Target { get; }

    /// <summary>Links that belong there.</summary>
    public IReadOnlyList<AlignmentLink> Sure { get; }

    /// <summary>Links that may be there.</summary>
    public IReadOnlyList<AlignmentLink> Possible { get; }

    /// <summary>The Chinese as it is written: without spaces.</summary>
    public string SourceText => string.Concat(Source);

    /// <summary>The English as it is written.</summary>
    public string TargetText
    {
        get
        {
            var text = new StringBuilder();
            foreach (var word in Target)
            {
                if (text.Length > 0 && !(word.Length == 1 && NoSpaceBefore.Contains(word[0], StringComparison.Ordinal)) && word != "'s")
                {
                    text.Append(' ');
                }

                text.Append(word);
            }

            return text.ToString();
        }
    }

    /// <summary>The alignment in the usual notation: <c>0-0</c> sure, <c>1?2</c> possible, source first.</summary>
    public string AlignmentText => string.Join(' ',
        Sure.Select(link => (link, '-')).Concat(Possible.Select(link => (link, '?')))
            .OrderBy(x => x.link.Source).ThenBy(x => x.link.Target)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.link.Source}{x.Item2}{x.link.Target}")));

    /// <summary>Reads a line of the aligned files: source words, target words, alignment, with tabs between.</summary>
    public static AlignedPair Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var fields = line.Split('\t');
        if (fields.Length != 3)
        {
            throw new FormatException(
                $"AlignedPair.Parse: got {fields.Length} fields; expected source words, target words and alignment, with tabs between.");
        }

        List<AlignmentLink> sure = [], possible = [];
        foreach (var link in fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = link.AsSpan().IndexOfAny('-', '?');
            if (mark < 1
                || !int.TryParse(link.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                || !int.TryParse(link.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            {
                throw new FormatException($"AlignedPair.Parse: got the link '{link}'; expected 0-0 (sure) or 0?0 (possible).");
            }

            (link[mark] == '-' ? sure : possible).Add(new AlignmentLink(from, to));
        }

        return new AlignedPair(fields[0].Split(' '), fields[1].Split(' '), sure, possible);
    }

    /// <summary>The line that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{string.Join(' ', Source)}\t{string.Join(' ', Target)}\t{AlignmentText}";
}
