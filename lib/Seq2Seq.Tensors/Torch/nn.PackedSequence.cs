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
                    internal PackedSequence(Tensor data, long[] sizes, long[]? order, long[]? inverse)
                        : this(data, RowBatches.Of(sizes), order, inverse)
                    {
                    }

                    private PackedSequence(Tensor data, RowBatches batches, long[]? order, long[]? inverse)
                    {
                        (this.data, Batches, Order, Inverse) = (data, batches, order, inverse);
                        batch_sizes = tensor(batches.Sizes.Select(size => (long)size).ToArray());
                        sorted_indices = order is null ? null : tensor(order);
                        unsorted_indices = inverse is null ? null : tensor(inverse);
                    }

                    /// <summary>The rows (N, …).</summary>
                    public Tensor data { get; }

                    /// <summary>How many sequences are alive at each step (T), Int64.</summary>
                    public Tensor batch_sizes { get; }

                    /// <summary>Which of the caller's sequences lies at each place (B), or null if they were sorted.</summary>
                    public Tensor? sorted_indices { get; }

                    /// <summary>At which place each of the caller's sequences lies (B), or null if they were sorted.</summary>
                    public Tensor? unsorted_indices { get; }

                    internal RowBatches Batches { get; }

                    internal long[]? Order { get; }

                    private long[]? Inverse { get; }

                    /// <summary>Disposes the rows and the index tensors.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    /// <summary>Other rows in the same arrangement.</summary>
                    internal PackedSequence WithData(Tensor rows) => new(rows, Batches, Order, Inverse);
                }
            }
        }
    }
}
