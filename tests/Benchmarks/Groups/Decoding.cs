using Benchmarks.Models;
using Benchmarks.Workloads;

namespace Benchmarks.Groups;

/// <summary>Greedy and beam search over the models of the benchmark: each thread decodes its share of the sentences from start to end.</summary>
/// <remarks>
/// The search of <c>peer/bench_decode.py</c>: padding is forbidden, the end before the last step, a finished beam goes on with padding at
/// no cost. Only what the search asks for leaves the engine: the best log-probabilities of each row. At the start a sentence has one
/// row, for all its beams but one would be impossible.
/// </remarks>
internal sealed class Decoding(Seq2SeqModel model, int steps, int beam, double penalty)
{
    private readonly long _weights = model.parameters().Sum(parameter => parameter.numel());

    /// <summary>The tokens of each sentence.</summary>
    public long[][] Run(Tensor source, Tensor lengths)
    {
        var found = new long[source.size(0)][];
        FusedOps.in_shares(found.Length, LeastShare, (first, count) =>
        {
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            var (memory, state) = model.Start(source.narrow(0, first, count), lengths.narrow(0, first, count));
            using var tokens = new TokenInputs(model.TargetEmbedding.weight);
            var sentences = beam == 1 ? Greedy(memory, state, tokens, count) : Beams(memory, state, tokens, count);
            sentences.CopyTo(found, first);
        });
        return found;
    }

    // Every share reads all weights at every step: where no cache holds them, few rows would wait for them.
    private int LeastShare
    {
        get
        {
            const int LargeModel = 4_000_000;
            const int LeastRows = 32;
            return _weights < LargeModel ? 1 : (LeastRows + beam - 1) / beam;
        }
    }

    private long[][] Greedy(Memory memory, Tensor[] state, TokenInputs tokens, int count)
    {
        var sentences = NewSentences(count);
        var ids = NewIds(count);
        var isDone = new bool[count];
        for (var t = 0; t < steps; t++)
        {
            using var scope = NewDisposeScope();
            (var features, state) = model.Step(tensor(ids, count, 1), memory, state, tokens);
            var best = model.Output.call(features).topk(3).indexes.data<long>().ToArray();
            for (var i = 0; i < count; i++)
            {
                // Of the three best, two may be forbidden.
                var id = best[3 * i];
                for (var rank = 1; IsForbidden(id, t == steps - 1); rank++)
                    id = best[3 * i + rank];
                ids[i] = sentences[i][t] = isDone[i] ? WorkloadFile.Pad : id;
                isDone[i] |= id == WorkloadFile.Eos;
            }

            if (Array.TrueForAll(isDone, done => done))
                return [.. sentences.Select(sentence => sentence[..(t + 1)])];
            foreach (var part in state)
                part.MoveToOuterDisposeScope();
        }

        return sentences;
    }

    private long[][] Beams(Memory memory, Tensor[] state, TokenInputs inputs, int count)
    {
        const int Spare = 2;
        var asked = beam + Spare;
        var ids = NewIds(count);
        var (scores, nextScores) = (new float[count * beam], new float[count * beam]);
        var (length, isDone) = (new int[count * beam], new bool[count * beam]);
        var (tokens, parents) = (new List<long[]>(), new List<long[]>());
        Branches? from = null;
        for (var (t, width) = (0, 1); t < steps; t++, width = beam)
        {
            using var scope = NewDisposeScope();
            (var features, state) = model.Step(tensor(ids, count, width), memory, state, inputs, from);
            var (best, found) = FusedOps.linear_log_softmax_topk(
                features, model.Output.weight, model.Output.bias, asked, tensor(scores[..(count * width)]));
            var (values, candidates) = (best.data<float>().ToArray(), found.data<long>().ToArray());
            var (rows, chosen) = (new long[count * beam], new long[count * beam]);
            var (nextLength, nextDone) = (new int[count * beam], new bool[count * beam]);
            var isLast = t == steps - 1;
            Predicate<long> isForbidden = id => IsForbidden(id, isLast);
            for (var sentence = 0; sentence < count; sentence++)
            {
                var merge = new Merge(sentence, width, asked, values, candidates);
                for (var k = 0; k < beam; k++)
                {
                    var (row, id, score) = merge.Next(scores, isDone, isForbidden);
                    var to = sentence * beam + k;
                    (rows[to], chosen[to], nextScores[to]) = (row, id, score);
                    nextLength[to] = length[row] + (isDone[row] ? 0 : 1);
                    nextDone[to] = isDone[row] || id == WorkloadFile.Eos;
                }
            }

            (scores, nextScores, length, isDone, ids) = (nextScores, scores, nextLength, nextDone, chosen);
            tokens.Add(chosen);
            parents.Add(rows);
            if (Array.TrueForAll(isDone, done => done) || isLast)
                break;
            var (kept, places) = Kept(rows, count * width);
            using var order = tensor(kept);
            state = [.. state.Select(part => part.index_select(1, order).MoveToOuterDisposeScope())];
            from = new Branches(
                tensor(places).MoveToOuterDisposeScope(), tensor(Array.ConvertAll(kept, row => row / width)).MoveToOuterDisposeScope());
        }

        return Backwards(tokens, parents, scores, length, count);
    }

    // States that nothing goes on from are dropped, of the others each stays once: which they are, and which of them each row goes on from.
    private static (long[] Kept, long[] Places) Kept(long[] rows, int count)
    {
        var (place, kept) = (new long[count], new List<long>(rows.Length));
        foreach (var row in rows)
            place[row] = 1;
        for (var row = 0; row < count; row++)
        {
            if (place[row] == 0)
                continue;
            place[row] = kept.Count;
            kept.Add(row);
        }

        return ([.. kept], Array.ConvertAll(rows, row => place[row]));
    }

    // The best beam of each sentence, from its last token back to its first.
    private long[][] Backwards(List<long[]> tokens, List<long[]> parents, float[] scores, int[] length, int count)
    {
        var sentences = new long[count][];
        for (var sentence = 0; sentence < count; sentence++)
        {
            var row = (long)(sentence * beam);
            for (var k = 1L; k < beam; k++)
            {
                if (Normalised(sentence * beam + k) > Normalised(row))
                    row = sentence * beam + k;
            }

            sentences[sentence] = new long[tokens.Count];
            for (var t = tokens.Count - 1; t >= 0; t--)
                (sentences[sentence][t], row) = (tokens[t][row], parents[t][row]);
        }

        return sentences;

        double Normalised(long row) => scores[row] / Math.Pow((5 + length[row]) / 6.0, penalty);
    }

    private static bool IsForbidden(long id, bool isLast) => id == WorkloadFile.Pad || (id == WorkloadFile.Eos && !isLast);

    private long[][] NewSentences(int count) => [.. Enumerable.Range(0, count).Select(_ => new long[steps])];

    private static long[] NewIds(int count)
    {
        var ids = new long[count];
        Array.Fill(ids, WorkloadFile.Bos);
        return ids;
    }

    // Gives the candidates of a sentence's rows, each row's sorted, in one order: the best first, of equal ones the earlier row.
    private readonly struct Merge(int sentence, int width, int asked, float[] values, long[] candidates)
    {
        private readonly int[] _next = new int[width];

        public (int Row, long Id, float Score) Next(float[] scores, bool[] isDone, Predicate<long> isForbidden)
        {
            var (best, top) = (-1, float.NegativeInfinity);
            for (var k = 0; k < width; k++)
            {
                var row = sentence * width + k;
                while (_next[k] < asked && !isDone[row] && isForbidden(candidates[row * asked + _next[k]]))
                    _next[k]++;
                if (_next[k] >= (isDone[row] ? 1 : asked))
                    continue;
                var value = isDone[row] ? scores[row] : values[row * asked + _next[k]];
                if (best < 0 || value > top)
                    (best, top) = (k, value);
            }

            var chosen = sentence * width + best;
            var place = chosen * asked + _next[best]++;
            return (chosen, isDone[chosen] ? WorkloadFile.Pad : candidates[place], top);
        }
    }
}
