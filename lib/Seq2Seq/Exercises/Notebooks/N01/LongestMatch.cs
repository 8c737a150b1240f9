namespace Seq2Seq.Exercises.Notebooks.N01;

internal sealed class LongestMatch : Exercise<Func<string, HashSet<string>, string[]>>
{
    public LongestMatch() : base(
        "01.4",
        "Chinese words by the longest match",
        "At each place try the longest stretch first and shorten it until the word list has it.",
        "A single character is always taken, in the list or not; so the inner loop stops at length 1 and the sentence always moves on.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((sentence, words) =>
        {
            var found = new List<string>();
            for (var start = 0; start < sentence.Length;)
            {
                var length = sentence.Length - start;
                while (length > 1 && !words.Contains(sentence.Substring(start, length))) length--;
                found.Add(sentence.Substring(start, length));
                start += length;
            }

            return found.ToArray();
        });
        Mistake(
            "You take the shortest word that fits; take the longest: begin with the whole rest of the sentence.",
            (sentence, words) => Cut(sentence, words, longestFirst: false));
        Mistake(
            "Characters that are in no word get lost. A character that starts no word is a token of its own.",
            (sentence, words) => [.. Cut(sentence, words, longestFirst: true).Where(words.Contains)]);
        Mistake(
            "You cut every character apart: look for words of several characters first.",
            (sentence, _) => [.. sentence.Select(c => c.ToString())]);
        Case(match => match("研究生命起源", ["研究", "研究生", "生命", "起源"]));
        Case(match => match("我喜欢北京大学", ["喜欢", "北京", "大学", "北京大学"]));
        Case(match => match("", ["我"]));
    }

    private static string[] Cut(string sentence, HashSet<string> words, bool longestFirst)
    {
        var found = new List<string>();
        for (var start = 0; start < sentence.Length;)
        {
            var lengths = Enumerable.Range(1, sentence.Length - start);
            var length = (longestFirst ? lengths.Reverse() : lengths)
                .FirstOrDefault(size => words.Contains(sentence.Substring(start, size)), 1);
            found.Add(sentence.Substring(start, length));
            start += length;
        }

        return [.. found];
    }
}
