namespace Seq2Seq.Exercises.Notebooks.N01;

internal sealed class Coverage : Exercise<Func<string[], HashSet<string>, double>>
{
    public Coverage() : base(
        "01.2",
        "Coverage of a vocabulary",
        "Coverage is about running text: a token that occurs ten times weighs ten times as much.",
        "Count the tokens that the vocabulary contains, and divide by the number of tokens; mind that int / int is an int.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((tokens, vocabulary) => tokens.Count(vocabulary.Contains) / (double)tokens.Length);
        Mistake(
            "You counted each different token once (types). Coverage counts running tokens: one that occurs three times counts three times.",
            (tokens, vocabulary) => tokens.Distinct().Count(vocabulary.Contains) / (double)tokens.Distinct().Count());
        Mistake(
            "That is the share of tokens the vocabulary lacks, the out-of-vocabulary rate. Coverage is 1 minus it.",
            (tokens, vocabulary) => tokens.Count(token => !vocabulary.Contains(token)) / (double)tokens.Length);
        Mistake(
            "You divided by the size of the vocabulary. Divide by the number of tokens in the text.",
            (tokens, vocabulary) => tokens.Count(vocabulary.Contains) / (double)vocabulary.Count);
        Mistake(
            "An int divided by an int is cut to an int in C#: make one of the two a double first.",
            (tokens, vocabulary) => tokens.Count(vocabulary.Contains) / tokens.Length);
        Case(coverage => coverage(["a", "cat", "a", "dog", "a"], ["a", "dog", "bird"]));
        Case(coverage => coverage(["x", "y"], ["a"]));
        Case(coverage => coverage(["a", "a", "b"], ["a", "b"]));
    }
}
