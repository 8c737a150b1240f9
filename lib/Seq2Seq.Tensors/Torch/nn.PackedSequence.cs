using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>A batch of sequences without padding: the rows of step 0 of all, longest first, then of step 1, and so on.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    private int[]? _sizes;

                    private PackedSequence()
                    {
                    }

                    /// <summary>The rows (N, …).</summary>
                    public Tensor data { get; private set; } = null!;

                    /// <summary>How many sequences are alive at each step (T), Int64.</summary>
                    public Tensor batch_sizes { get; private set; } = null!;

                    /// <summary>Which of the caller's sequences lies at each place (B), or null if they were sorted.</summary>
                    public Tensor? sorted_indices { get; private set; }

                    /// <summary>At which place each of the caller's sequences lies (B), or null if they were sorted.</summary>
                    public Tensor? unsorted_indices { get; private set; }

                    internal RowBatches Batches { get; private set; }

                    /// <summary>Disposes the rows and the index tensors.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    /// <param name="data">The rows.</param>
                    /// <param name="lengths">Of each sequence.</param>
                    /// <param name="sorted">Longest first: which sequence lies at each place, or null if they came so.</param>
                    /// <param name="unsorted">The inverse of that.</param>
                    internal static PackedSequence Of(Tensor data, ReadOnlySpan<long> lengths, Tensor? sorted, Tensor? unsorted)
                    {
                        var packed = New();
                        var steps = 0L;
                        foreach (var length in lengths)
                            steps = Math.Max(steps, length);
                        if (packed._sizes is null || packed._sizes.Length < steps)
                            packed._sizes = new int[steps];
                        packed.batch_sizes = Tensor.Uninitialized([steps], ScalarType.Int64);
                        var alive = packed.batch_sizes.Span<long>();
                        for (var t = 0; t < alive.Length; t++)
                        {
                            var count = 0;
                            foreach (var length in lengths)
                                count += length > t ? 1 : 0;
                            alive[t] = packed._sizes[t] = count;
                        }

                        (packed.data, packed.Batches) = (data, RowBatches.Packed(packed._sizes, (int)steps));
                        (packed.sorted_indices, packed.unsorted_indices) = (sorted, unsorted);
                        return packed;
                    }

                    /// <summary>Puts the rows where the padded batch was.</summary>
                    internal PackedSequence Holding(Tensor rows)
                    {
                        data = rows;
                        return this;
                    }

                    /// <summary>Other rows in the same arrangement.</summary>
                    internal PackedSequence WithData(Tensor rows)
                    {
                        var packed = New();
                        (packed.data, packed.Batches) = (rows, Batches.In(ref packed._sizes));
                        packed.batch_sizes = batch_sizes.Alias();
                        (packed.sorted_indices, packed.unsorted_indices) = (sorted_indices?.Alias(), unsorted_indices?.Alias());
                        return packed;
                    }

                    // One of a step serves the next step again.
                    private static PackedSequence New()
                    {
                        if (StepObjects.Running is not { } step)
                            return new PackedSequence();
                        var packed = step.UsedSequence() ?? new PackedSequence();
                        step.TakeAtEnd(packed);
                        return packed;
                    }
                }
            }
        }
    }
}
