namespace Seq2Seq.Exercises.Notebooks.N01;

internal sealed class CountTokens : Exercise<Func<string[][], Dictionary<string, int>>>
{
    public CountTokens() : base(
        "01.1",
        "Count the tokens of a corpus",
        "A dictionary from token to count; go through every token of every sentence.",
        "TryGetValue leaves 0 in its out variable when the token is new, so counts[token] = old + 1 works for both.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(sentences =>
        {
            var counts = new Dictionary<string, int>();
            foreach (var token in sentences.SelectMany(sentence => sentence))
            {
                counts.TryGetValue(token, out var old);
                counts[token] = old + 1;
            }

            return counts;
        });
        Mistake(
            "A token that occurs twice in one sentence counts once in your answer: that is the number of sentences that hold it (document frequency).",
            sentences =>
                sentences.SelectMany(sentence => sentence.Distinct()).GroupBy(token => token)
                    .ToDictionary(group => group.Key, group => group.Count()));
        Mistake(
            "Every token counts 1 in your answer: does the line that adds 1 run for a token that is there already?",
            sentences => sentences.SelectMany(sentence => sentence).Distinct().ToDictionary(token => token, _ => 1));
        Mistake(
            "You count the first sentence alone: the loop over the tokens belongs inside a loop over the sentences.",
            sentences =>
                sentences.Take(1).SelectMany(sentence => sentence).GroupBy(token => token)
                    .ToDictionary(group => group.Key, group => group.Count()));
        Case(count => count([["the", "cat", "the"], ["a", "cat"]]));
        Case(count => count([[]]));
    }
}
