namespace Seq2Seq.Exercises.Notebooks.N03;

internal sealed class PadBatch : Exercise<Func<long[][], long, long[,]>>
{
    public PadBatch() : base(
        "03.1",
        "Pad a batch",
        "The array has a row for each sentence and as many columns as the longest sentence has tokens.",
        "Fill each cell: sentence[t] if t is smaller than the sentence's length, else padId. A new long[,] is full of zeros, which need not be padId.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((sentences, padId) =>
        {
            var padded = new long[sentences.Length, sentences.Max(sentence => sentence.Length)];
            for (var b = 0; b < padded.GetLength(0); b++)
            {
                for (var t = 0; t < padded.GetLength(1); t++)
                    padded[b, t] = t < sentences[b].Length ? sentences[b][t] : padId;
            }

            return padded;
        });
        Mistake(
            "The padding stands before the tokens. Here it goes behind them, so that step 0 is every sentence's first token.",
            (sentences, padId) => Fill(sentences, padId, left: true));
        Mistake(
            "The free cells hold 0 whatever padId is: write padId into them.",
            (sentences, _) => Fill(sentences, 0, left: false));
        Case(pad => pad([[5, 6, 7], [8]], 9));
        Case(pad => pad([[5], [6, 7]], 0));
    }

    private static long[,] Fill(long[][] sentences, long padId, bool left)
    {
        var padded = new long[sentences.Length, sentences.Max(sentence => sentence.Length)];
        for (var b = 0; b < padded.GetLength(0); b++)
        {
            var free = padded.GetLength(1) - sentences[b].Length;
            for (var t = 0; t < padded.GetLength(1); t++)
            {
                var at = left ? t - free : t;
                padded[b, t] = at >= 0 && at < sentences[b].Length ? sentences[b][at] : padId;
            }
        }

        return padded;
    }
}
