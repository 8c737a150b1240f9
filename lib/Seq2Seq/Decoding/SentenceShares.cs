namespace Seq2Seq.Decoding;

/// <summary>Cuts a batch of sentences into shares that are decoded at the same time: they need nothing of each other.</summary>
internal static class SentenceShares
{
    // A share reads all weights at every step; with fewer rows it would wait for them.
    private const int LeastRows = 32;

    /// <summary>Runs the sentences in shares: the first of each, and how many.</summary>
    /// <param name="sentences">How many there are.</param>
    /// <param name="rows">Rows of each in the batch; null if they must be decoded together.</param>
    /// <param name="run">Decodes some.</param>
    public static void Run(int sentences, int? rows, Action<int, int> run)
    {
        if (rows is null)
        {
            Part(0, sentences);
            return;
        }

#if TORCHSHARP
        Part(0, sentences);
#else
        FusedOps.in_shares(sentences, (LeastRows + rows.Value - 1) / rows.Value, Part);
#endif

        void Part(int first, int count)
        {
            using var noGradient = no_grad();
            using var everything = NewDisposeScope();
            run(first, count);
        }
    }
}
