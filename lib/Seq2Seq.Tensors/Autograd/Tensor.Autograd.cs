namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        private AutogradMeta? _meta;

        /// <summary>Are operations on this tensor recorded, so that it can get a gradient?</summary>
        public bool requires_grad
        {
            get
            {
                CheckAlive();
                return CurrentSlot is { RequiresGrad: true };
            }

            set
            {
                CheckAlive();
                if (value && !dtype.IsFloat())
                    throw Throw.OnlyFloatsRequireGrad(dtype);
                if (CurrentSlot is { } slot)
                {
                    if (slot.IsLeaf)
                        slot.RequiresGrad = value;
                }
                else if (value)
                {
                    SetSlot(new GradientSlot());
                }
            }
        }

        /// <summary>True unless a recorded operation made it.</summary>
        public bool is_leaf => CurrentSlot is not { IsLeaf: false, RequiresGrad: true };

        /// <summary>The gathered gradient, null if there is none. Every read is a new handle on the same memory.</summary>
        public Tensor? grad
        {
            get
            {
                CheckAlive();
                return CurrentSlot?.Grad?.ScopedHandle();
            }

            set
            {
                CheckAlive();
                if (value is not null && !value.Sizes.SequenceEqual(Sizes))
                    throw Throw.GradShape(value.Sizes, Sizes);
                var slot = CurrentSlot;
                if (slot is null)
                {
                    if (value is null)
                        return;
                    slot = new GradientSlot { RequiresGrad = false };
                    SetSlot(slot);
                }

                var after = value?.Handle();
                slot.DropGrad();
                slot.Grad = after;
            }
        }

        /// <summary>Its place in the graph now; a view whose base was changed in place gets a new one first.</summary>
        internal GradientSlot? CurrentSlot
        {
            get
            {
                if (_meta is { Root: { } root } view && !ReferenceEquals(root.Slot, view.SeenRootSlot))
                {
                    view.SeenRootSlot = root.Slot;
                    view.Slot = root.Slot is { RequiresGrad: true } rootSlot ? ReadBackOp.Record(rootSlot, view.View) : null;
                }

                return _meta?.Slot;
            }
        }

        internal AutogradMeta Meta => _meta ??= AutogradMeta.New();

        /// <summary>Sets whether it is a leaf that gathers a gradient, and returns it.</summary>
        /// <param name="requires_grad">True to gather.</param>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a value in the middle of a graph, so that <see cref="grad"/> shows it.</summary>
        public void retain_grad()
        {
            CheckAlive();
            if (CurrentSlot is not { RequiresGrad: true } slot)
                throw Throw.NothingRecorded("retain_grad");
            slot.Retained = true;
        }

        /// <summary>The same memory without a history; changes in place are seen by both.</summary>
        public Tensor detach()
        {
            CheckAlive();
            return ScopedHandle();
        }

        /// <summary>Cuts this tensor from the graph that made it.</summary>
        public Tensor detach_()
        {
            CheckAlive();
            DropMeta();
            return this;
        }

        /// <summary>Computes the gradients of everything this single element was made from.</summary>
        public void backward() => backward(null);

        /// <summary>Computes the gradients of everything this was made from.</summary>
        /// <param name="grad_tensors">The gradient to start with; may be left out for a single element.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Not supported: second derivatives need the TorchSharp engine.</param>
        /// <param name="inputs">If given, only these get gradients.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            CheckAlive();
            if (CurrentSlot is not { RequiresGrad: true })
                throw Throw.NothingRecorded("backward");
            if (create_graph)
                throw Throw.NoDoubleBackward();
            autograd.Run([this], grad_tensors, retain_graph, inputs);
        }

        internal void SetSlot(GradientSlot? slot)
        {
            var meta = Meta;
            meta.Slot = slot;
            if (meta.Root is { } root)
                meta.SeenRootSlot = root.Slot;
        }

        private void DropMeta()
        {
            if (_meta is not null)
                Interlocked.Exchange(ref _meta, null)?.Release();
        }

        /// <summary>Is an operation on these to be recorded?</summary>
        internal static bool Records(Tensor a) => GradMode.Enabled && a.CurrentSlot is { RequiresGrad: true };

        /// <inheritdoc cref="Records(Tensor)"/>
        internal static bool Records(Tensor a, Tensor b) =>
            GradMode.Enabled && (a.CurrentSlot is { RequiresGrad: true } || b.CurrentSlot is { RequiresGrad: true });

        /// <inheritdoc cref="Records(Tensor)"/>
        internal static bool Records(params ReadOnlySpan<Tensor?> tensors)
        {
            if (!GradMode.Enabled)
                return false;
            foreach (var tensor in tensors)
            {
                if (tensor?.CurrentSlot is { RequiresGrad: true })
                    return true;
            }

            return false;
        }
    }
}
