using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>y = (x − mean) / √(variance + eps) · weight + bias, per channel over the whole batch.</summary>
/// <remarks>
/// Ioffe and Szegedy 2015. In training the batch's own mean and biased variance are used, and the running ones follow them
/// (the running variance is the unbiased one); in evaluation the running ones are used.
/// </remarks>
public abstract class BatchNorm : nn.Module<Tensor, Tensor>
{
    private readonly double _eps;
    private readonly double? _momentum;

    private protected BatchNorm(
        string name, long features, double eps, double? momentum, bool affine, bool trackRunningStats, ScalarType? dtype)
        : base(name)
    {
        (_eps, _momentum) = (eps, momentum);
        if (affine)
        {
            RegisterWeight("weight", ones([features], dtype: dtype));
            RegisterWeight("bias", zeros([features], dtype: dtype));
        }

        if (trackRunningStats)
        {
            RegisterState("running_mean", zeros([features], dtype: dtype));
            RegisterState("running_var", ones([features], dtype: dtype));
            RegisterState("num_batches_tracked", torch.tensor(0L));
        }
    }

    /// <summary>The scale per channel, or null.</summary>
    public Parameter? weight
    {
        get => OwnParameter("weight");
        set => ReplaceParameter("weight", value);
    }

    /// <summary>The offset per channel, or null.</summary>
    public Parameter? bias
    {
        get => OwnParameter("bias");
        set => ReplaceParameter("bias", value);
    }

    /// <summary>The running mean per channel, or null.</summary>
    public Tensor? running_mean => OwnBuffer("running_mean");

    /// <summary>The running unbiased variance per channel, or null.</summary>
    public Tensor? running_var => OwnBuffer("running_var");

    /// <summary>How many batches the running statistics saw, or null.</summary>
    public Tensor? num_batches_tracked => OwnBuffer("num_batches_tracked");

    /// <summary>Forgets the running statistics.</summary>
    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        CheckDimensions(input);
        var measure = training || running_mean is null;
        var momentum = _momentum ?? 0;
        if (training && num_batches_tracked is { } count)
        {
            count.add_(1);
            if (_momentum is null)
                momentum = 1.0 / count.item<long>();
        }

        // Running statistics follow only in training; without them every batch is measured.
        return nn.functional.batch_norm(
            input, running_mean!, running_var!, weight, bias, measure, momentum, _eps);
    }

    private protected abstract void CheckDimensions(Tensor input);
}
