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
                    using var counts = CheckedLengths(lengths, steps, batch);
                    var order = Order(counts.Span<long>(), enforce_sorted);
                    var packed = enforce_sorted
                        ? PackedSequence.Of(input, counts.Span<long>(), null, null)
                        : PackedSequence.Of(input, counts.Span<long>(), order, Inverse(order));
                    var batches = packed.Batches;

                    // Nothing is cut off and nothing moves: the rows are the input itself.
                    var flat = input.flatten(0, 1);
                    if (batches.Rows == steps * batch && !batch_first && InOrder(order.Span<long>()))
                        return packed.Holding(flat);
                    var rows = Tensor.Uninitialized([batches.Rows], ScalarType.Int64);
                    var row = rows.Span<long>();
                    var places = order.Span<long>();
                    var next = 0;
                    for (var t = 0L; t < batches.Steps; t++)
                    {
                        for (var i = 0; i < batches.Sizes![t]; i++)
                            row[next++] = batch_first ? (places[i] * steps) + t : (t * batch) + places[i];
                    }

                    return packed.Holding(flat.index_select(0, rows));
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
                    var batches = sequence.Batches;
                    var steps = total_length ?? batches.Steps;
                    if (steps < batches.Steps)
                    {
                        throw new ArgumentException(
                            $"pad_packed_sequence: total_length {steps} is less than the longest sequence, {batches.Steps}.");
                    }

                    var batch = batches.Largest;
                    var rows = Tensor.Uninitialized([steps * batch], ScalarType.Int64);
                    var lengths = Tensor.Zeros([batch], ScalarType.Int64);
                    PadRows(sequence, batch_first ? (int)steps : 1, batch_first ? 1 : batch, rows.Span<long>(), lengths.Span<long>());
                    var data = sequence.data;
                    if (rows.Span<long>().Contains(data.size(0)))
                    {
                        var filler = full(Shapes.Join([1], data.Sizes.AsSpan(1)), padding_value, dtype: data.dtype);
                        data = cat([data, filler], 0);
                    }

                    ReadOnlySpan<long> outer = batch_first ? [batch, steps] : [steps, batch];
                    return (data.index_select(0, rows).Reshape(Shapes.Join(outer, data.Sizes.AsSpan(1))), lengths);
                }

                // Row t · B + b (or b · T + t) of the padded batch comes from this packed row; one past the end is padding.
                private static void PadRows(
                    PackedSequence sequence, int perSequence, int perStep, Span<long> rows, Span<long> lengths)
                {
                    var batches = sequence.Batches;
                    using var order = sequence.sorted_indices?.Dense();
                    rows.Fill(batches.Rows);
                    var start = 0;
                    for (var t = 0; t < batches.Steps; t++)
                    {
                        for (var i = 0; i < batches.Sizes![t]; i++)
                        {
                            var original = order is null ? i : (int)order.Span<long>()[i];
                            rows[(original * perSequence) + (t * perStep)] = start + i;
                            lengths[original]++;
                        }

                        start += batches.Sizes[t];
                    }
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

                // The lengths as numbers, outside any scope.
                private static Tensor CheckedLengths(Tensor lengths, long steps, long batch)
                {
                    var counts = lengths.to(ScalarType.Int64).Dense();
                    if (counts.Count != batch)
                    {
                        throw new ArgumentException(
                            $"Expected `len(lengths)` to be equal to batch_size, but got {counts.Count} (batch_size={batch}); "
                            + "pack_padded_sequence needs one length per sequence.");
                    }

                    foreach (var count in counts.Span<long>())
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
                private static Tensor Order(ReadOnlySpan<long> counts, bool sorted)
                {
                    var order = Tensor.Uninitialized([counts.Length], ScalarType.Int64);
                    var places = order.Span<long>();
                    for (var i = 0; i < counts.Length; i++)
                    {
                        var place = 0;
                        for (var j = 0; j < counts.Length; j++)
                            place += counts[j] > counts[i] || (counts[j] == counts[i] && j < i) ? 1 : 0;
                        places[place] = i;
                    }

                    if (sorted && !InOrder(places))
                    {
                        throw new ArgumentException(
                            $"pack_padded_sequence: `lengths` {Show.Of(counts.ToArray())} must be sorted in decreasing order; "
                            + "pass enforce_sorted: false to have them sorted.");
                    }

                    return order;
                }

                private static bool InOrder(ReadOnlySpan<long> order)
                {
                    for (var i = 0; i < order.Length; i++)
                    {
                        if (order[i] != i)
                            return false;
                    }

                    return true;
                }

                private static Tensor Inverse(Tensor order)
                {
                    var inverse = Tensor.Uninitialized(order.Sizes, ScalarType.Int64);
                    var places = inverse.Span<long>();
                    var from = order.Span<long>();
                    for (var i = 0; i < from.Length; i++)
                        places[(int)from[i]] = i;
                    return inverse;
                }
            }
        }
    }
}
