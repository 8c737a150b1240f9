namespace Seq2Seq.Tensors;

/// <summary>The four recurrences.</summary>
internal enum RecurrentKind
{
    Lstm,
    Gru,
    Tanh,
    Relu,
}

/// <summary>How many gates a recurrence has and what it keeps for the backward pass.</summary>
internal static class RecurrentKinds
{
    public static int Gates(this RecurrentKind kind) => kind switch
    {
        RecurrentKind.Lstm => 4,
        RecurrentKind.Gru => 3,
        _ => 1,
    };

    public static bool HasCell(this RecurrentKind kind) => kind == RecurrentKind.Lstm;

    /// <summary>True if a value per row and unit is kept besides the gates.</summary>
    public static bool Keeps(this RecurrentKind kind) => kind is RecurrentKind.Lstm or RecurrentKind.Gru;
}
