using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Batches of sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>Stacks sequences (L, …) of different lengths, the shorter ones filled up at the end.</summary>
                /// <returns>(longest, B, …), or (B, longest, …) batch first.</returns>
                public static Tensor pad_sequence(
                    IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    var all = Checked(sequences, nameof(pad_sequence));
                    var longest = all.Max(sequence => sequence.size(0));
                    var padded = all.Select(sequence => PadEnd(sequence, longest, padding_value)).ToList();
                    return stack(padded, batch_first ? 0 : 1);
                }

                /// <summary>Packs a padded batch: only the real steps of each sequence are kept.</summary>
                /// <param name="input">(T, B, …), or (B, T, …) batch first.</param>
                /// <param name="lengths">How long each sequence is (B).</param>
                /// <param name="batch_first">Which of the two the input is.</param>
                /// <param name="enforce_sorted">True if the lengths never rise; false lets them come in any order.</param>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    var (steps, batch) = batch_first ? (input.size(1), input.size(0)) : (input.size(0), input.size(1));
                    var counts = CheckedLengths(lengths, steps, batch);
                    var order = Order(counts, enforce_sorted);
                    var sizes = BatchSizes(counts);
                    var rows = new List<long>((int)counts.Sum());
                    for (var t = 0L; t < sizes.Length; t++)
                    {
                        for (var i = 0; i < sizes[t]; i++)
                            rows.Add(batch_first ? (order[i] * steps) + t : (t * batch) + order[i]);
                    }

                    // Nothing is cut off and nothing moves: the rows are the input itself.
                    var flat = input.flatten(0, 1);
                    var whole = rows.Count == steps * batch && !batch_first && InOrder(order);
                    var data = whole ? flat : flat.index_select(0, tensor(rows.ToArray()));
                    return enforce_sorted
                        ? new PackedSequence(data, sizes, null, null)
                        : new PackedSequence(data, sizes, order, Inverse(order));
                }

                /// <summary>Packs sequences (L, …) of different lengths.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var all = Checked(sequences, nameof(pack_sequence));
                    var lengths = tensor(all.Select(sequence => sequence.size(0)).ToArray());
                    return pack_padded_sequence(pad_sequence(all), lengths, enforce_sorted: enforce_sorted);
                }

                /// <summary>The padded batch of a packed one, and the length of each sequence.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    var sizes = sequence.Batches.Sizes;
                    var steps = total_length ?? sizes.Length;
                    if (steps < sizes.Length)
                    {
                        throw new ArgumentException(
                            $"pad_packed_sequence: total_length {steps} is less than the longest sequence, {sizes.Length}.");
                    }

                    var batch = sizes[0];
                    var (rows, lengths) = PaddedRows(sequence, steps, batch, batch_first);
                    var data = sequence.data;
                    if (rows.Contains(data.size(0)))
                    {
                        var filler = full([1, .. data.shape[1..]], padding_value, dtype: data.dtype);
                        data = cat([data, filler], 0);
                    }

                    long[] outer = batch_first ? [batch, steps] : [steps, batch];
                    var padded = data.index_select(0, tensor(rows)).reshape([.. outer, .. data.shape[1..]]);
                    return (padded, tensor(lengths));
                }

                // Row t · B + b (or b · T + t) of the padded batch comes from this packed row; one past the end is padding.
                private static (long[] Rows, long[] Lengths) PaddedRows(
                    PackedSequence sequence, long steps, long batch, bool batch_first)
                {
                    var sizes = sequence.Batches.Sizes;
                    var rows = new long[steps * batch];
                    rows.AsSpan().Fill(sequence.data.size(0));
                    var lengths = new long[batch];
                    var start = 0L;
                    for (var t = 0; t < sizes.Length; t++)
                    {
                        for (var i = 0; i < sizes[t]; i++)
                        {
                            var original = sequence.Order is { } order ? order[i] : i;
                            rows[batch_first ? (original * steps) + t : (t * batch) + original] = start + i;
                            lengths[original]++;
                        }

                        start += sizes[t];
                    }

                    return (rows, lengths);
                }

                private static Tensor PadEnd(Tensor sequence, long length, double value)
                {
                    var missing = length - sequence.size(0);
                    return missing == 0 ? sequence
                        : cat([sequence, full([missing, .. sequence.shape[1..]], value, dtype: sequence.dtype)], 0);
                }

                private static List<Tensor> Checked(IEnumerable<Tensor> sequences, string operation)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    var all = sequences.ToList();
                    if (all.Count == 0)
                        throw new ArgumentException($"{operation}: there is no sequence; pass at least one.");
                    foreach (var sequence in all)
                    {
                        if (sequence.dim() == 0 || !sequence.shape.AsSpan(1).SequenceEqual(all[0].shape.AsSpan(1)))
                        {
                            throw new ArgumentException(
                                $"{operation}: sequences may differ in their first dimension only, got "
                                + $"{Show.Of(all[0].shape)} and {Show.Of(sequence.shape)}.");
                        }
                    }

                    return all;
                }

                private static long[] CheckedLengths(Tensor lengths, long steps, long batch)
                {
                    var counts = lengths.to(ScalarType.Int64).data<long>().ToArray();
                    if (counts.Length != batch)
                    {
                        throw new ArgumentException(
                            $"Expected `len(lengths)` to be equal to batch_size, but got {counts.Length} (batch_size={batch}); "
                            + "pack_padded_sequence needs one length per sequence.");
                    }

                    foreach (var count in counts)
                    {
                        if (count <= 0 || count > steps)
                        {
                            throw new ArgumentException(
                                $"pack_padded_sequence: each length must be between 1 and {steps}, the steps of the input, "
                                + $"got {count}.");
                        }
                    }

                    return counts;
                }

                // Longest first; equal ones keep their order.
                private static long[] Order(long[] counts, bool sorted)
                {
                    var order = Enumerable.Range(0, counts.Length).Select(i => (long)i).OrderByDescending(i => counts[i]).ToArray();
                    if (sorted && !InOrder(order))
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: `lengths` {Show.Of(counts)} must be sorted in decreasing order; "
                            + "pass enforce_sorted: false to have them sorted.");
                    }

                    return order;
                }

                private static bool InOrder(long[] order) => order.Select((original, i) => original == i).All(same => same);

                private static long[] BatchSizes(long[] counts)
                {
                    var sizes = new long[counts.Max()];
                    foreach (var count in counts)
                    {
                        for (var t = 0; t < count; t++)
                            sizes[t]++;
                    }

                    return sizes;
                }

                private static long[] Inverse(long[] order)
                {
                    var inverse = new long[order.Length];
                    for (var i = 0; i < order.Length; i++)
                        inverse[order[i]] = i;
                    return inverse;
                }
            }
        }
    }
}
