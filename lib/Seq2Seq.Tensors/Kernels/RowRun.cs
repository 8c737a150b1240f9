namespace Seq2Seq.Tensors;

/// <summary>Rows of two matrices that belong together: so many from either place on. A list of runs is what a product sums over.</summary>
internal readonly unsafe struct RowRun(float* left, float* right, int count)
{
    public float* Left => left;

    public float* Right => right;

    public int Count => count;

    /// <summary>As <see cref="GemmPack.Lines"/>, for rows depth ... depth + count - 1 of all the runs' rows.</summary>
    public static void Lines(
        RowRun* runs, bool ofRight, nint column, nint ld, int depth, int count, int valid, int width, float* to)
    {
        for (var cut = new Cut(runs, depth, count); cut.Next(); to += width * cut.Count)
            GemmPack.Lines((ofRight ? cut.Right(ld) : cut.Left(ld)) + column, ld, cut.Count, valid, width, to);
    }

    /// <summary>As <see cref="GemmPack.FourGroups"/>, for rows of the left matrix.</summary>
    public static void FourGroups(RowRun* runs, nint column, nint ld, int depth, int count, float* to)
    {
        for (var cut = new Cut(runs, depth, count); cut.Next(); to += 8 * cut.Count)
            GemmPack.FourGroups(cut.Left(ld) + column, ld, cut.Count, to, 8 * (nint)count);
    }

    /// <summary>Row <paramref name="depth"/> of all the runs' rows of the left matrix.</summary>
    public static float* LeftRow(RowRun* runs, int depth, nint ld)
    {
        var cut = new Cut(runs, depth, 1);
        return cut.Next() ? cut.Left(ld) : null;
    }

    // The pieces of runs that hold count rows from row `skipped` on.
    private struct Cut(RowRun* runs, int skipped, int left)
    {
        private RowRun* _run = runs - 1;
        private int _skipped = skipped;
        private int _wanted = left;

        public int Count { get; private set; }

        public readonly float* Left(nint ld) => _run->Left + _skipped * ld;

        public readonly float* Right(nint ld) => _run->Right + _skipped * ld;

        public bool Next()
        {
            if (Count > 0)
                _skipped = 0;
            if (_wanted == 0)
                return false;
            for (_run++; _skipped >= _run->Count; _run++)
                _skipped -= _run->Count;
            Count = Math.Min(_wanted, _run->Count - _skipped);
            _wanted -= Count;
            return true;
        }
    }
}
