namespace Seq2Seq.Tensors;

/// <summary>The sizes of one layer and direction over a batch of sequences, and where the row of a step and a sequence lies.</summary>
/// <remarks>
/// Rows of x (rows, I), y (rows, H) and the saved gates are numbered t · TimeStride + b · BatchStride: time-major (B, 1), batch-first
/// (1, T). With BatchSizes (a packed sequence, longest first: BatchSizes[t] sequences are alive at step t) rows of a step follow
/// those of the step before. Reverse runs from the last step (of each sequence) to the first.
/// </remarks>
internal readonly unsafe struct RecurrentShape(int steps, int batch, int input, int hidden, bool batchFirst, bool reverse, int* batchSizes = null)
{
    public int Steps => steps;

    public int Batch => batch;

    public int Input => input;

    public int Hidden => hidden;

    public bool Reverse => reverse;

    /// <summary>Rows between two sequences of the same step.</summary>
    public int BatchStride => batchFirst && batchSizes == null ? steps : 1;

    /// <summary>True if all rows of a sequence lie together.</summary>
    public bool SequencesLieWhole => batchSizes == null && (batchFirst || steps == 1);

    /// <summary>Rows of x and y.</summary>
    public int Rows => batchSizes == null ? steps * batch : FirstRow(steps);

    /// <summary>Sequences that have a step t.</summary>
    public int Alive(int t) => batchSizes == null ? batch : batchSizes[t];

    /// <summary>The row of step t of the first sequence.</summary>
    public int FirstRow(int t)
    {
        if (batchSizes == null)
            return batchFirst ? t : t * batch;
        var row = 0;
        for (var i = 0; i < t; i++)
            row += batchSizes[i];
        return row;
    }

    /// <summary>The step that is computed at place <paramref name="order"/>.</summary>
    public int StepAt(int order) => reverse ? steps - 1 - order : order;

    /// <summary>The row that holds the state before step t of sequence b, or -1 where that is the initial state.</summary>
    public int RowBefore(int t, int b)
    {
        var before = reverse ? t + 1 : t - 1;
        return before < 0 || before >= steps || b >= Alive(before) ? -1 : FirstRow(before) + b * BatchStride;
    }

    /// <summary>All rows in the order in which they lie.</summary>
    public RowWalk InOrder() => new(this);

    /// <summary>Where a walk over all rows stands.</summary>
    public struct RowWalk(RecurrentShape shape)
    {
        private readonly int _rows = shape.Rows;
        private int _step;

        public int Row { get; private set; } = -1;

        public int Sequence { get; private set; } = -1;

        /// <summary>As <see cref="RecurrentShape.RowBefore"/>.</summary>
        public readonly int RowBefore => shape.RowBefore(_step, Sequence);

        public bool Next()
        {
            if (++Row >= _rows)
                return false;
            if (shape.BatchStride > 1)
            {
                (Sequence, _step) = (Row / shape.BatchStride, Row % shape.BatchStride);
                return true;
            }

            for (Sequence++; Sequence >= shape.Alive(_step); Sequence = 0)
                _step++;
            return true;
        }
    }
}
