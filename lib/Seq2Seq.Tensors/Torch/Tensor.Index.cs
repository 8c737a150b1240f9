namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>What stands between the brackets of <c>t[...]</c>.</summary>
    public readonly struct TensorIndex
    {
        private TensorIndex(TensorIndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Index = tensor;
        }

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(TensorIndexKind.None);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => None;

        /// <summary>As many whole dimensions as are not named.</summary>
        public static TensorIndex Ellipsis => new(TensorIndexKind.Ellipsis);

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal TensorIndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Index { get; }

        /// <summary>A range of a dimension.</summary>
        /// <param name="start">The first; negative counts from the end.</param>
        /// <param name="stop">The end, not included; negative counts from the end.</param>
        /// <param name="step">The step, at least 1.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null)
        {
            if (step < 1)
                throw Throw.Bad($"index: step {step} must be greater than zero; use flip to go backwards");
            return new TensorIndex(TensorIndexKind.Slice, start, stop, step);
        }

        /// <summary>A range (start, end) of a dimension.</summary>
        /// <param name="range">The first, and the end, not included; negative counts from the end.</param>
        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        /// <summary>A range of a dimension, maybe from the end.</summary>
        /// <param name="range">The range.</param>
        public static TensorIndex Slice(Range range) => range;

        /// <summary>One index.</summary>
        /// <param name="index">The index; negative counts from the end.</param>
        public static TensorIndex Single(long? index) => new(TensorIndexKind.Single, index);

        /// <summary>True keeps everything under a new dimension of size 1, false nothing.</summary>
        /// <param name="value">Which.</param>
        public static TensorIndex Bool(bool value) => new(TensorIndexKind.Bool, value ? 1 : 0);

        /// <summary>An index tensor or a mask.</summary>
        /// <param name="tensor">Integers, or truth values.</param>
        public static TensorIndex Tensor(Tensor tensor) => new(TensorIndexKind.Tensor, tensor: tensor);

        /// <summary>One index.</summary>
        /// <param name="value">The index.</param>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>One index, maybe from the end.</summary>
        /// <param name="value">The index.</param>
        public static implicit operator TensorIndex(Index value) => Single(value.IsFromEnd ? -value.Value : value.Value);

        /// <summary>A range, maybe from the end.</summary>
        /// <param name="range">The range.</param>
        public static implicit operator TensorIndex(Range range) => Slice(
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

        /// <summary>A range (start, stop).</summary>
        /// <param name="range">Start and stop.</param>
        public static implicit operator TensorIndex((int?, int?) range) => Slice(range.Item1, range.Item2);
    }

    internal enum TensorIndexKind
    {
        Single,
        Slice,
        None,
        Ellipsis,
        Bool,
        Tensor,
    }

    public partial class Tensor
    {
        /// <summary>Part of the tensor: a view for numbers and ranges, a copy for index tensors and masks.</summary>
        /// <param name="indices">Numbers, ranges, tensors, masks, None, Ellipsis.</param>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements that index tensors or masks name, one tensor per dimension.</summary>
        /// <param name="indices">The index tensors.</param>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The slice at these places of the first dimensions.</summary>
        /// <param name="indices">The places; negative ones count from the end.</param>
        public Tensor this[params long[] indices]
        {
            get => index(Array.ConvertAll(indices, i => TensorIndex.Single(i)));
            set => index_put_(value, Array.ConvertAll(indices, i => TensorIndex.Single(i)));
        }

        /// <summary>Part of the tensor.</summary>
        /// <param name="indices">Numbers, ranges, tensors, masks, None, Ellipsis.</param>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Indexing.View(this, indices);
            return tensors.Length == 0 ? view : Indexing.Take(view, tensors);
        }

        /// <summary>The elements that index tensors or masks name.</summary>
        /// <param name="indices">The index tensors.</param>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Writes into part of the tensor; of several values for one place the last wins.</summary>
        /// <param name="value">What; broadcast and converted.</param>
        /// <param name="indices">Where.</param>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        /// <summary>Writes a number into part of the tensor.</summary>
        /// <param name="value">What.</param>
        /// <param name="indices">Where.</param>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_(torch.full([], value, dtype), indices, false);

        /// <summary>Writes into the elements that index tensors or masks name.</summary>
        /// <param name="value">What; broadcast and converted.</param>
        /// <param name="indices">Where.</param>
        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), false);

        /// <summary>Writes a number into the elements that index tensors or masks name.</summary>
        /// <param name="value">What.</param>
        /// <param name="indices">Where.</param>
        public Tensor index_put_(Scalar value, params Tensor[] indices) =>
            index_put_(torch.full([], value, dtype), Array.ConvertAll(indices, TensorIndex.Tensor), false);

        /// <summary>Writes into part of the tensor.</summary>
        /// <param name="value">What; broadcast and converted.</param>
        /// <param name="indices">Where.</param>
        /// <param name="accumulate">Add instead.</param>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate)
        {
            InPlace.Check("index_put_", this);
            var (view, tensors) = Indexing.View(this, indices);
            if (tensors.Length > 0)
                Indexing.Put(view, tensors, value, accumulate);
            else if (accumulate)
                view.add_(value);
            else
                view.copy_(value);
            return this;
        }

        /// <summary>Writes into the elements that index tensors name.</summary>
        /// <param name="value">What; broadcast and converted.</param>
        /// <param name="indices">Where.</param>
        /// <param name="accumulate">Add instead.</param>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);
    }
}
