using Seq2Seq.Text;

namespace Seq2Seq.Tests.Decoding;

/// <summary>The oracle of the searches: every output of a tiny model with its probability.</summary>
internal static class AllOutputs
{
    public static IEnumerable<(long[] Ids, double LogProbability)> Of(RandomTableModel model, long first, int maximumLength)
    {
        var stack = new Stack<(long[] Past, double Log)>();
        stack.Push(([first, Vocabulary.StartId], 0));
        while (stack.Count > 0)
        {
            var (past, log) = stack.Pop();
            var logits = model.Scores(past).Select(x => (double)x).ToArray();
            var total = Math.Log(logits.Sum(Math.Exp));
            foreach (var id in new long[] { Vocabulary.UnknownId, Vocabulary.EndId, 4, 5, 6 })
            {
                var next = log + logits[id] - total;
                // The searches stop after so many steps, the end's among them.
                if (id == Vocabulary.EndId) yield return (past[2..], next);
                else if (past.Length - 1 < maximumLength) stack.Push(([.. past, id], next));
            }
        }
    }
}
