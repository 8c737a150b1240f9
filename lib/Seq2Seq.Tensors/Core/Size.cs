using System.Collections;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>The sizes of a new tensor.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[]? _shape;

        /// <summary>Of an array.</summary>
        /// <param name="shape">The sizes.</param>
        public Size(long[] shape) => _shape = shape;

        /// <summary>Of an array.</summary>
        /// <param name="shape">The sizes.</param>
        public Size(int[] shape) => _shape = Array.ConvertAll(shape, size => (long)size);

        /// <summary>One dimension.</summary>
        /// <param name="size">Its size.</param>
        public Size(long size) => _shape = [size];

        /// <summary>How many dimensions.</summary>
        public int Length => Shape.Length;

        internal long[] Shape => _shape ?? [];

        /// <summary>One size.</summary>
        /// <param name="idx">The dimension.</param>
        public long this[int idx] => Shape[idx];

        /// <summary>The product of the sizes.</summary>
        public long numel() => Shapes.Count(Shape);

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var size in Shape)
                hash.Add(size);
            return hash.ToHashCode();
        }

        /// <summary>Same sizes?</summary>
        /// <param name="left">One.</param>
        /// <param name="right">The other.</param>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>Other sizes?</summary>
        /// <param name="left">One.</param>
        /// <param name="right">The other.</param>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>One dimension.</summary>
        /// <param name="size">Its size.</param>
        public static implicit operator Size(long size) => new(size);

        /// <summary>Two dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        /// <summary>Three dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        /// <summary>Four dimensions.</summary>
        /// <param name="size">Their sizes.</param>
        public static implicit operator Size((long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4]);
    }
}
