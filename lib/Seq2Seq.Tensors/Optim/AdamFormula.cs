using System.Numerics;

namespace Seq2Seq.Tensors.Modules;

/// <summary>One step of Adam or, decoupled, AdamW; the third tensor, if any, is the largest mean square so far.</summary>
internal readonly struct AdamFormula(
    double rate, double beta1, double beta2, double eps, double weightDecay, bool decoupled, bool maximize, long step) : IElementStep
{
    public void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square, Span<T> largest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (keep1, take1) = (T.CreateTruncating(beta1), T.CreateTruncating(1 - beta1));
        var (keep2, take2) = (T.CreateTruncating(beta2), T.CreateTruncating(1 - beta2));
        var shrink = T.CreateTruncating(1 - (rate * weightDecay));
        var decay = T.CreateTruncating(weightDecay);
        var small = T.CreateTruncating(eps);
        var size = T.CreateTruncating(rate / (1 - Power.Of(beta1, step)));
        var root = T.CreateTruncating(Math.Sqrt(1 - Power.Of(beta2, step)));
        for (var i = 0; i < parameter.Length; i++)
        {
            var g = maximize ? -gradient[i] : gradient[i];
            if (decay != T.Zero)
            {
                if (decoupled)
                    parameter[i] *= shrink;
                else
                    g += decay * parameter[i];
            }

            mean[i] = (keep1 * mean[i]) + (take1 * g);
            square[i] = (keep2 * square[i]) + (take2 * g * g);
            var spread = square[i];
            if (!largest.IsEmpty)
                spread = largest[i] = T.Max(largest[i], spread);
            parameter[i] -= size * mean[i] / ((T.Sqrt(spread) / root) + small);
        }
    }
}
