namespace Seq2Seq.Exercises.Notebooks.N08;

/// <summary>How long a symbol must be carried, with the source as it is and turned round.</summary>
internal sealed class StepsBetween : Exercise<Func<int, bool, int[]>>
{
    public StepsBetween() : base(
        "08.4",
        "What reversing the source changes",
        "Count the steps of both nets: the encoder's after the symbol was read, and the decoder's up to the one that writes it, both reading and writing included.",
        "Read at step p of n (p = i, or n − 1 − i when reversed), written at step n + i: the way is n + i − p.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((length, isReversed) => Enumerable.Range(0, length)
            .Select(i => length + i - (isReversed ? length - 1 - i : i)).ToArray());
        Mistake(
            "Right as long as the source stands as it is. Reversed, symbol i is read at step n − 1 − i.",
            (length, _) => Enumerable.Range(0, length).Select(i => length).ToArray());
        Mistake(
            "Reversing turned the wrong way: without it every symbol waits n steps.",
            (length, isReversed) => Enumerable.Range(0, length).Select(i => length + i - (isReversed ? i : length - 1 - i)).ToArray());
        Mistake(
            "The right numbers for the wrong symbols: with a reversed source it is the first symbol that has the shortest way.",
            (length, isReversed) => Enumerable.Range(0, length)
                .Select(i => isReversed ? length + (length - 1 - i) - i : length).ToArray());
        Mistake(
            "One step short: from the last symbol read to the first one written is one step, not none.",
            (length, isReversed) => Enumerable.Range(0, length).Select(i => length + i - (isReversed ? length - 1 - i : i) - 1).ToArray());
        Case(steps => steps(4, false));
        Case(steps => steps(4, true));
        Case(steps => steps(1, true));
    }
}
