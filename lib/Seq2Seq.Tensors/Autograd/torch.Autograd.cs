namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Nothing is recorded until the result is disposed.</summary>
    public static IDisposable no_grad() => GradMode.Set(false);

    /// <summary>Operations are recorded again until the result is disposed.</summary>
    /// <param name="enabled">False to switch recording off instead.</param>
    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    /// <summary>Recording is switched until the result is disposed.</summary>
    /// <param name="mode">On or off.</param>
    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    /// <summary>Are operations recorded on this thread?</summary>
    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>Nothing is recorded until the result is disposed; here the same as <see cref="no_grad"/>.</summary>
    /// <param name="mode">False to leave recording on.</param>
    public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode);

    /// <summary>Gradients without <c>.grad</c>.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of outputs with respect to inputs; leaves every <c>.grad</c> as it is.</summary>
        /// <param name="outputs">Where to start.</param>
        /// <param name="inputs">What to differentiate by.</param>
        /// <param name="grad_outputs">The gradients of the outputs; may be left out for single elements.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Not supported: second derivatives need the TorchSharp engine.</param>
        /// <param name="allow_unused">Give an invalid tensor for an input that had no part, instead of an error.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            if (create_graph)
                throw Throw.NoDoubleBackward();
            var slots = new GradientSlot[inputs.Count];
            for (var i = 0; i < slots.Length; i++)
                slots[i] = inputs[i].CurrentSlot ?? throw Throw.NothingRecorded("autograd.grad: input " + Number(i));
            for (var i = 0; i < outputs.Count; i++)
                _ = outputs[i].CurrentSlot ?? throw Throw.NothingRecorded("autograd.grad: output " + Number(i));
            using var alone = BackwardPass.Lock([.. outputs]);
            var kept = Array.ConvertAll(slots, s => s.Grad);
            foreach (var slot in slots)
                slot.Grad = null;
            try
            {
                BackwardPass.Run([.. outputs], grad_outputs, retain_graph, [.. slots]);
                var results = new Tensor[slots.Length];
                for (var i = 0; i < slots.Length; i++)
                {
                    if (slots[i].Grad is { } grad)
                        results[i] = grad.ScopedHandle();
                    else if (allow_unused)
                        results[i] = Tensor.Invalid();
                    else
                        throw Throw.UnusedInput(i);
                }

                return results;
            }
            finally
            {
                for (var i = 0; i < slots.Length; i++)
                {
                    slots[i].Grad?.Dispose();
                    slots[i].Grad = kept[i];
                }
            }
        }

        /// <summary>Runs the backward pass from several outputs.</summary>
        /// <param name="tensors">Where to start.</param>
        /// <param name="grad_tensors">Their gradients; may be left out for single elements.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Not supported: second derivatives need the TorchSharp engine.</param>
        /// <param name="inputs">If given, only these get gradients.</param>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (create_graph)
                throw Throw.NoDoubleBackward();
            Run([.. tensors], grad_tensors, retain_graph ?? false, inputs);
        }

        internal static void Run(ReadOnlySpan<Tensor> tensors, IList<Tensor>? seeds, bool retainGraph, IList<Tensor>? inputs)
        {
            for (var i = 0; i < tensors.Length; i++)
                _ = tensors[i].CurrentSlot ?? throw Throw.NothingRecorded("backward: tensor " + Number(i));
            var only = inputs is null ? null : SlotsOf(inputs);
            BackwardPass.Run(tensors, seeds, retainGraph, only);
        }

        private static HashSet<GradientSlot> SlotsOf(IList<Tensor> inputs) =>
            inputs.Select((t, i) => t.CurrentSlot ?? throw Throw.NothingRecorded("backward: input " + Number(i))).ToHashSet();

        private static string Number(int i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
