using System.Numerics;

namespace Seq2Seq.Tensors.Modules;

/// <summary>One step of Adam or, decoupled, AdamW; the third tensor, if any, is the largest mean square so far.</summary>
internal readonly struct AdamStep(
    double rate, double beta1, double beta2, double eps, double weightDecay, bool decoupled, bool maximize, long step,
    StoredGradient stored) : IElementStep
{
    public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square, Span<T> largest)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        AdamKernel.Step(
            parameter, gradient, mean, square, largest, step, rate, beta1, beta2, eps, weightDecay, decoupled, maximize,
            stored.Scale, stored.Rows);
}
