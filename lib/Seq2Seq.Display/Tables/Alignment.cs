namespace Seq2Seq.Display;

/// <summary>How a column's cells stand in it.</summary>
public enum Alignment
{
    /// <summary>Numbers to the right, all else to the left.</summary>
    ByType,

    /// <summary>To the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>To the right.</summary>
    Right,
}
