namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        private const int MostWaiting = 4096;

        [ThreadStatic]
        private static Tensor? t_waiting;

        [ThreadStatic]
        private static int t_waitingCount;

        [ThreadStatic]
        private static bool t_inner;

        // Only the engine ever saw this object, so it may become another tensor once it is disposed. What a user may hold is never
        // used again: its use after that has to be noticed.
        private bool _isInner;

        /// <summary>
        /// While true, everything made on this thread is the engine's own: a backward pass runs no code of a user, and hands its
        /// results out by new handles.
        /// </summary>
        internal static bool IsInner
        {
            get => t_inner;
            set => t_inner = value;
        }

        private static Tensor New(Storage storage, long[] sizes, long[] strides, long offset, ScalarType type, bool scoped)
        {
            if (scoped && !t_inner)
                return new Tensor(storage, sizes, strides, offset, type, scoped);
            var tensor = t_waiting;
            if (tensor is null)
            {
                tensor = new Tensor { _isInner = true };
            }
            else
            {
                t_waiting = tensor.ScopeNext;
                t_waitingCount--;
                tensor.ScopeNext = null;
            }

            tensor.Show(storage, sizes, strides, offset, type);
            if (scoped)
                DisposeScope.Register(tensor);
            return tensor;
        }

        private void WaitForReuse()
        {
            if (t_waitingCount >= MostWaiting)
                return;
            ScopeNext = t_waiting;
            t_waiting = this;
            t_waitingCount++;
        }

        private void Show(Storage storage, long[] sizes, long[] strides, long offset, ScalarType type)
        {
            (_storage, _sizes, _strides, _offset, _type) = (storage, sizes, strides, offset, type);
            Contiguous = Shapes.IsContiguous(sizes, strides);
            Count = Shapes.Count(sizes);
        }
    }
}
