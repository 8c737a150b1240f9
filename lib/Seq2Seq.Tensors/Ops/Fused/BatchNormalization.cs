using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors;

/// <summary>(x − mean) / √(variance + eps) · weight + bias per channel of (B, C, …).</summary>
internal static class BatchNormalization
{
    public static Tensor Run(
        Tensor input,
        Tensor? runningMean,
        Tensor? runningVariance,
        Tensor? weight,
        Tensor? bias,
        bool training,
        double momentum,
        double eps)
    {
        long[] perChannel = [1, input.size(1), .. Enumerable.Repeat(1L, (int)input.dim() - 2)];
        Tensor Spread(Tensor values) => values.view(perChannel);
        Tensor normal;
        if (training)
        {
            var all = Enumerable.Range(0, (int)input.dim()).Where(d => d != 1).Select(d => (long)d).ToArray();
            var mean = input.mean(all, keepdim: true);
            var centred = input - mean;
            var variance = centred.square().mean(all, keepdim: true);
            normal = centred * (variance + eps).rsqrt();
            var count = input.numel() / Math.Max(1, input.size(1));
            Follow(runningMean, mean, momentum, 1);
            Follow(runningVariance, variance, momentum, count / Math.Max(1.0, count - 1));
        }
        else
        {
            normal = (input - Spread(runningMean!)) * (Spread(runningVariance!) + eps).rsqrt();
        }

        if (weight is not null)
            normal *= Spread(weight);
        return bias is null ? normal : normal + Spread(bias);
    }

    // running ← (1 − momentum) running + momentum · measured
    private static void Follow(Tensor? running, Tensor measured, double momentum, double factor)
    {
        if (running is null)
            return;
        using var _ = GradMode.Off();
        running.mul_(1 - momentum).add_(measured.detach().flatten() * (momentum * factor));
    }
}
