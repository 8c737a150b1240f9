namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        private const int MostWaiting = 1 << 15;

        [ThreadStatic]
        private static Tensor? t_waiting;

        [ThreadStatic]
        private static int t_waitingCount;

        [ThreadStatic]
        private static bool t_inner;

        // Only the engine ever saw this object, so it may become another tensor once it is disposed. What a user may hold is not
        // used again, for its use after that has to be noticed, but for what was both made and disposed in one step (StepScope).
        private bool _isInner;
        private long _step;

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
            var step = 0L;
            if (scoped && !t_inner)
            {
                if (StepObjects.Running is not { } running)
                    return new Tensor(storage, sizes, strides, offset, type, scoped);
                step = running.Number;
            }

            var tensor = t_waiting;
            if (tensor is null)
            {
                tensor = new Tensor();
            }
            else
            {
                t_waiting = tensor.ScopeNext;
                t_waitingCount--;
                tensor.ScopeNext = null;
            }

            (tensor._isInner, tensor._step) = (step == 0, step);
            tensor.Show(storage, sizes, strides, offset, type);
            if (scoped)
                DisposeScope.Register(tensor);
            return tensor;
        }

        /// <summary>Becomes another tensor some time.</summary>
        internal void WaitForReuse()
        {
            ScopeNext = null;
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
