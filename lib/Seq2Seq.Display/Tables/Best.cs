namespace Seq2Seq.Display;

/// <summary>Which value of a column is highlighted.</summary>
public enum Best
{
    /// <summary>None.</summary>
    None,

    /// <summary>The largest.</summary>
    Highest,

    /// <summary>The smallest.</summary>
    Lowest,
}
