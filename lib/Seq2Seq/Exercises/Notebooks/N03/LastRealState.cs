namespace Seq2Seq.Exercises.Notebooks.N03;

internal sealed class LastRealState : Exercise<Func<Tensor, int[], Tensor>>
{
    public LastRealState() : base(
        "03.5",
        "The state at the end of each sentence",
        "Sentence b ends at place lengths[b] - 1: every sentence has a place of its own.",
        "states[b, lengths[b] - 1] has shape (H). Collect one for each b and stack them along dimension 0.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((states, lengths) =>
            stack(lengths.Select((length, b) => states[b, length - 1]).ToArray(), dim: 0));
        Mistake(
            "You took the last column. For every sentence but the longest that is a state that has read padding.",
            (states, _) => states.select(1, states.size(1) - 1));
        Mistake(
            "One place too far: the states are counted from 0, so a sentence of length 2 ends at place 1.",
            (states, lengths) => stack(lengths.Select((length, b) => states[b, length]).ToArray(), dim: 0));
        Mistake(
            "You averaged over all places, the padding among them. Asked is one state for each sentence, the one at its end.",
            (states, _) => states.mean([1L]));
        Mistake(
            "That is the state at the longest sentence's end for all of them: use each sentence's own length.",
            (states, lengths) => states.select(1, lengths.Max() - 1));
        Case(last => last(States(2, 5, 2), [2, 4]));
        Case(last => last(States(3, 4, 1), [3, 1, 2]));
    }

    // Every number differs, so that a state taken from a wrong place shows.
    private static Tensor States(int batch, int steps, int features) =>
        arange(batch * steps * features).to_type(ScalarType.Float32).reshape(batch, steps, features);
}
