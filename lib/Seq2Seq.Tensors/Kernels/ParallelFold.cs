namespace Seq2Seq.Tensors;

/// <summary>The fold of <see cref="Lanes"/> over a long span by all workers: branches of the same tree side by side, so the same bits.</summary>
internal static unsafe class ParallelFold
{
    private const int Parallel = 131_072;
    private const int MostLeaves = 64;

    public static double Run<TFold>(void* x, nint length, bool isDouble, double start, TFold fold)
        where TFold : unmanaged, IFold => Over(length, isDouble, fold, new Dense<TFold>(x, isDouble, start, fold));

    /// <summary>The same over numbers that a branch of the tree knows how to find.</summary>
    public static double Over<TFold, TBranch>(nint length, bool isDouble, TFold fold, TBranch branch)
        where TFold : unmanaged, IFold
        where TBranch : struct, IBranch
    {
        if (length < Parallel || Workers.IsBusy)
            return branch.Fold(0, length);

        // Halving until pieces are no longer than this leaves less than twice as many of them as fit.
        var longest = Math.Max(Parallel / 4, length / (MostLeaves / 2) + 1);
        var ends = stackalloc nint[MostLeaves];
        var leaves = 0;
        nint end = 0;
        Cut(length, longest, ends, ref leaves, ref end);
        var results = stackalloc double[MostLeaves];
        var body = new Leaf<TBranch>(branch, ends, results);
        Workers.For(leaves, ref body);
        var next = 0;
        return Join(length, longest, results, ref next, isDouble, fold);
    }

    private static void Cut(nint length, nint longest, nint* ends, ref int leaves, ref nint end)
    {
        if (length <= longest)
        {
            end += length;
            ends[leaves++] = end;
            return;
        }

        var half = Lanes.Half(length);
        Cut(half, longest, ends, ref leaves, ref end);
        Cut(length - half, longest, ends, ref leaves, ref end);
    }

    private static double Join<TFold>(nint length, nint longest, double* results, ref int next, bool isDouble, TFold fold)
        where TFold : unmanaged, IFold
    {
        if (length <= longest)
            return results[next++];
        var half = Lanes.Half(length);
        var left = Join(half, longest, results, ref next, isDouble, fold);
        var right = Join(length - half, longest, results, ref next, isDouble, fold);
        return isDouble ? Lanes.Join<Double1, TFold>(left, right, fold) : Lanes.Join<Float1, TFold>(left, right, fold);
    }

    private readonly struct Leaf<TBranch>(TBranch branch, nint* ends, double* results) : IChunkBody
        where TBranch : struct, IBranch
    {
        public void Run(int chunk)
        {
            var first = chunk == 0 ? 0 : ends[chunk - 1];
            results[chunk] = branch.Fold(first, ends[chunk] - first);
        }
    }

    private readonly struct Dense<TFold>(void* x, bool isDouble, double start, TFold fold) : IBranch
        where TFold : unmanaged, IFold
    {
        public double Fold(nint first, nint length) =>
            Lanes.Fold((byte*)x + first * (isDouble ? sizeof(double) : sizeof(float)), null, length, isDouble, start, fold);
    }
}

/// <summary>A part of a fold over numbers.</summary>
internal interface IBranch
{
    /// <summary>The fold of so many numbers from number <paramref name="first"/> on.</summary>
    double Fold(nint first, nint length);
}
