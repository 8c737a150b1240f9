namespace Seq2Seq.Tensors;

/// <summary>How gradients gather: the first is taken over as it is, the next are added, shared memory is copied first.</summary>
internal static class Gradients
{
    public static void Add(GradientSlot slot, torch.Tensor gradient, long[] sizes, torch.ScalarType type)
    {
        var fitted = gradient.SumTo(sizes).to(type);
        if (slot.Pending is not { } pending)
        {
            slot.Pending = fitted.Contiguous || slot.Producer is { ReadsStrided: true } ? fitted.Handle() : fitted.Dense(forceCopy: true);
            return;
        }

        Exclusive(slot);
        slot.Pending!.AddScaledRaw(fitted, 1);
        _ = pending;
    }

    public static torch.Tensor Buffer(GradientSlot slot, long[] sizes, torch.ScalarType type)
    {
        if (slot.Pending is null)
            slot.Pending = torch.Tensor.ZerosUnscoped(sizes, type);
        else
            Exclusive(slot);
        return slot.Pending;
    }

    public static torch.Tensor Buffer(GradientSlot slot, long[] sizes, torch.ScalarType type, out bool fresh)
    {
        fresh = slot.Pending is null;
        if (fresh)
            slot.Pending = torch.Tensor.Uninitialized(sizes, type, scoped: false);
        else
            Exclusive(slot);
        return slot.Pending!;
    }

    /// <summary>Makes the pending gradient's memory its own, so that it can be added to.</summary>
    private static void Exclusive(GradientSlot slot)
    {
        var pending = slot.Pending!;
        if (pending.Storage.References == 1 && pending.Contiguous)
            return;
        slot.Pending = pending.Dense(forceCopy: true);
        pending.Dispose();
    }
}
