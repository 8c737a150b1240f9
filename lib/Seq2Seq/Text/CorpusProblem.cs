using System.Globalization;

namespace Seq2Seq.Text;

/// <summary>What can be wrong with a line of a corpus file.</summary>
public enum CorpusProblemKind
{
    /// <summary>Nothing on the line. Skipped.</summary>
    EmptyLine,

    /// <summary>No tab between source and target. Skipped.</summary>
    MissingTab,

    /// <summary>Nothing before the first tab. Skipped.</summary>
    EmptySource,

    /// <summary>Nothing behind the first tab. Skipped.</summary>
    EmptyTarget,

    /// <summary>Bytes that are no UTF-8. Skipped.</summary>
    InvalidUtf8,

    /// <summary>Control characters, such as a null. Skipped.</summary>
    ControlCharacter,

    /// <summary>Longer than <see cref="CorpusOptions.MaximumLength"/>. Skipped.</summary>
    TooLong,

    /// <summary>The same source and target as an earlier line. Skipped, unless
    /// <see cref="CorpusOptions.KeepDuplicates"/>.</summary>
    Duplicate,

    /// <summary>The names of the columns instead of sentences. Skipped.</summary>
    Header,

    /// <summary>More than three columns. Kept; the columns behind the third are ignored.</summary>
    ExtraColumns,

    /// <summary>Text that was decoded wrongly before it was saved (Ã©, U+FFFD). Kept.</summary>
    GarbledText,
}

/// <summary>Something wrong with one line.</summary>
/// <param name="Line">Line number, counted from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Skipped">True if the line gives no pair.</param>
/// <param name="Detail">What exactly.</param>
public sealed record CorpusProblem(int Line, CorpusProblemKind Kind, bool Skipped, string Detail)
{
    /// <summary>One line for a list.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Detail} ({(Skipped ? "skipped" : "kept")})");
}
