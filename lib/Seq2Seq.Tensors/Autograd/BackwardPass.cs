namespace Seq2Seq.Tensors;

/// <summary>Walks the recorded graph backwards: no recursion, ops in falling order of recording.</summary>
internal static class BackwardPass
{
    /// <param name="roots">The outputs to start from.</param>
    /// <param name="seeds">Their gradients; null means one for a single element.</param>
    /// <param name="retainGraph">Keep what ops saved, for another pass.</param>
    /// <param name="only">If given, the slots whose gradients are wanted; no other leaf is touched.</param>
    public static void Run(
        ReadOnlySpan<torch.Tensor> roots, IList<torch.Tensor>? seeds, bool retainGraph, HashSet<GradientSlot>? only)
    {
        using var noGrad = GradMode.Off();
        var walk = Reachable(roots);
        using var alone = new LeafLock(walk.Leaves, walk.Locked);
        foreach (var op in walk.Ops)
        {
            if (op.Released && op.Saves)
            {
                walk.End();
                throw Throw.BackwardTwice(op.Name);
            }
        }

        // What backward makes on its way is given back op by op.
        using var scope = DisposeScope.Reused();
        var wasInner = torch.Tensor.IsInner;
        torch.Tensor.IsInner = true;
        try
        {
            Seed(roots, seeds);
            scope.DisposeEverything();
            foreach (var op in walk.Ops)
                Step(op, walk, retainGraph, only, scope);
            foreach (var leaf in walk.Leaves)
            {
                if (leaf.RequiresGrad && (only is null || only.Contains(leaf)))
                    Settle(leaf);
            }
        }
        finally
        {
            torch.Tensor.IsInner = wasInner;
            foreach (var leaf in walk.Leaves)
                leaf.Drop();
            foreach (var op in walk.Ops)
                op.DropGradients();

            walk.End();
        }
    }

    /// <summary>Keeps other passes from everything these were made from.</summary>
    public static LeafLock Lock(ReadOnlySpan<torch.Tensor> roots)
    {
        var walk = Reachable(roots);
        var held = new LeafLock(walk.Leaves, []);
        walk.End();
        return held;
    }

    private static GraphWalk Reachable(ReadOnlySpan<torch.Tensor> roots)
    {
        var walk = GraphWalk.Start();
        foreach (var root in roots)
            walk.Visit(root.CurrentSlot);
        walk.Finish();
        return walk;
    }

    private static void Seed(ReadOnlySpan<torch.Tensor> roots, IList<torch.Tensor>? seeds)
    {
        for (var i = 0; i < roots.Length; i++)
        {
            var root = roots[i];
            var slot = root.CurrentSlot!;
            if (seeds is not null && i < seeds.Count && seeds[i] is { } seed)
            {
                if (!seed.Sizes.SequenceEqual(root.Sizes))
                    throw Throw.SeedShape(seed.Sizes, root.Sizes);
                Gradients.Add(slot, seed, root.Sizes, root.dtype);
            }
            else
            {
                if (root.Count != 1)
                    throw Throw.NotAScalar(root.Sizes);
                Gradients.Add(slot, torch.ones(root.Sizes, root.dtype), root.Sizes, root.dtype);
            }
        }
    }

    private static void Step(Op op, GraphWalk walk, bool retainGraph, HashSet<GradientSlot>? only, DisposeScope scope)
    {
        var dys = walk.Gradients(op.OutputCount);
        var any = false;
        for (var i = 0; i < dys.Length; i++)
        {
            dys[i] = null;
            if (op.Output(i) is not { Pending: not null } output)
                continue;
            any = true;
            dys[i] = output.Pending;
            if (output.Retained || (only is not null && only.Contains(output)))
                Settle(output);
        }

        if (any)
        {
            op.IsLast = !retainGraph;
            op.Backward(dys);
            Array.Clear(dys);
            scope.DisposeEverything();
        }

        op.DropGradients();
        if (!retainGraph)
            op.DropSaved();
    }

    // Moves the gathered gradient to where the user reads it.
    private static void Settle(GradientSlot slot)
    {
        if (slot.TakeRows() || slot.Pending is not { } pending)
            return;
        if (slot.Grad is { } grad)
            grad.AddScaledRaw(pending, 1);
        else
            slot.Grad = pending.Dense(forceCopy: pending.Storage.References > 1 || !slot.IsLeaf);
    }
}
