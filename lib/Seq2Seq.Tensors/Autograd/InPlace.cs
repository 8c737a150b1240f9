namespace Seq2Seq.Tensors;

/// <summary>The rules of changing a tensor that may be part of a graph.</summary>
internal static class InPlace
{
    /// <summary>Checks that the target may be changed now; to be called before its elements are.</summary>
    public static void Check(string operation, torch.Tensor target)
    {
        target.CheckAlive();
        if (target.OverlapsItself)
            throw Throw.OverlappingTarget(operation, target.Sizes);
        CheckFill(operation, target);
    }

    /// <summary>The same where every element becomes the same anyway.</summary>
    public static void CheckFill(string operation, torch.Tensor target)
    {
        target.CheckAlive();
        if (!GradMode.Enabled)
            return;
        if (target.View is { Root.Slot: { IsLeaf: true, RequiresGrad: true } })
            throw Throw.LeafInPlace(operation, view: true);
        if (target.CurrentSlot is { IsLeaf: true, RequiresGrad: true })
            throw Throw.LeafInPlace(operation, view: false);
    }

    /// <summary>Puts a recorded result into the target, elements and history.</summary>
    public static torch.Tensor Take(torch.Tensor target, torch.Tensor result)
    {
        using var fitted = result.to(target.dtype);
        Copying.Copy(fitted, target);
        Changed(target, fitted.CurrentSlot);
        result.Dispose();
        return target;
    }

    /// <summary>Tells the graph that the target was changed, and where its new elements come from (null: from nothing).</summary>
    public static void Changed(torch.Tensor target, GradientSlot? source)
    {
        target.Storage.Version++;
        if (!GradMode.Enabled)
            return;
        if (source is not { RequiresGrad: true } && target.CurrentSlot is not { RequiresGrad: true })
            return;
        target.SetSlot(source);
        if (target.View is not { } view)
            return;
        WriteBackOp.Record(view, source);
        view.SeenRootSlot = view.Root!.Slot;
    }
}
