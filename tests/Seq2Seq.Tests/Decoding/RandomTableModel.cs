using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Tests.Decoding;

/// <summary>A tiny model whose next-token scores depend on the whole past and on the source, so that every search can be wrong.</summary>
internal sealed class RandomTableModel(int vocabulary, long seed) : IStepwise
{
    public long VocabularySize => vocabulary;

    public DecoderState Start(Tensor source, Tensor lengths) => new Pasts(
        [.. Enumerable.Range(0, (int)source.size(0)).Select(i => new long[] { source[i, 0].item<long>() })]);

    public DecoderStep Step(Tensor ids, DecoderState state)
    {
        var tokens = ids.data<long>().ToArray();
        var pasts = ((Pasts)state).Rows.Select((row, i) => row.Append(tokens[i]).ToArray()).ToArray();
        var scores = new float[pasts.Length * vocabulary];
        for (var r = 0; r < pasts.Length; r++)
        {
            var row = Scores(pasts[r]);
            row.CopyTo(scores, r * vocabulary);
        }

        return new DecoderStep(tensor(scores).view(pasts.Length, vocabulary), new Pasts(pasts), null);
    }

    /// <summary>log p of every next token after the past (the source's first id, the start, the tokens).</summary>
    public float[] Scores(IReadOnlyList<long> past)
    {
        var random = new SeededRandom(past.Aggregate(seed, (hash, id) => unchecked(hash * 1_000_003 + id)));
        var logits = new float[vocabulary];
        for (var i = 0; i < vocabulary; i++) logits[i] = (float)(3 * random.NextDouble());
        return logits;
    }

    private sealed record Pasts(long[][] Rows) : DecoderState
    {
        public override DecoderState Take(Tensor rows) => new Pasts([.. rows.data<long>().ToArray().Select(r => Rows[r])]);
    }
}
