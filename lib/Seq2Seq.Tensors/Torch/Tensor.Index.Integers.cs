namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        // A bare integer converts to a Tensor as well as to a TensorIndex, and C# would prefer the Tensor, whose result is a
        // copy; these overloads make t[1] and t[1, 2] views, as they are in TorchSharp.

        /// <summary>The slice at this place of the first dimension.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => index_put_(value, (TensorIndex[])[i1]);
        }

        /// <summary>The slice at these places of the first 2 dimensions.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        /// <param name="i2">The place in dimension 1; negative ones count from the end.</param>
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => index_put_(value, (TensorIndex[])[i1, i2]);
        }

        /// <summary>The slice at these places of the first 3 dimensions.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        /// <param name="i2">The place in dimension 1; negative ones count from the end.</param>
        /// <param name="i3">The place in dimension 2; negative ones count from the end.</param>
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3]);
        }

        /// <summary>The slice at these places of the first 4 dimensions.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        /// <param name="i2">The place in dimension 1; negative ones count from the end.</param>
        /// <param name="i3">The place in dimension 2; negative ones count from the end.</param>
        /// <param name="i4">The place in dimension 3; negative ones count from the end.</param>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4]);
        }

        /// <summary>The slice at these places of the first 5 dimensions.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        /// <param name="i2">The place in dimension 1; negative ones count from the end.</param>
        /// <param name="i3">The place in dimension 2; negative ones count from the end.</param>
        /// <param name="i4">The place in dimension 3; negative ones count from the end.</param>
        /// <param name="i5">The place in dimension 4; negative ones count from the end.</param>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4, i5]);
        }

        /// <summary>The slice at these places of the first 6 dimensions.</summary>
        /// <param name="i1">The place in dimension 0; negative ones count from the end.</param>
        /// <param name="i2">The place in dimension 1; negative ones count from the end.</param>
        /// <param name="i3">The place in dimension 2; negative ones count from the end.</param>
        /// <param name="i4">The place in dimension 3; negative ones count from the end.</param>
        /// <param name="i5">The place in dimension 4; negative ones count from the end.</param>
        /// <param name="i6">The place in dimension 5; negative ones count from the end.</param>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => index_put_(value, (TensorIndex[])[i1, i2, i3, i4, i5, i6]);
        }

        // The view that Indexing makes of single indices.
        private Tensor At(ReadOnlySpan<long> places)
        {
            if (places.Length > Rank)
                throw Throw.TooManyIndices(places.Length, Sizes);
            var view = this;
            foreach (var place in places)
                view = view.select(0, place);
            return view;
        }
    }
}
