using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Modules;

/// <summary>Kullback-Leibler divergence: t (ln t − input), the input being log-probabilities.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    internal KLDivLoss(bool log_target, nn.Reduction reduction)
        : base(nameof(KLDivLoss), reduction) => this.log_target = log_target;

    /// <summary>Whether the target is given as log-probabilities too.</summary>
    public bool log_target { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.kl_div(input, target, log_target, reduction);
}
