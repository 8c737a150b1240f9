using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>Terms that are added to a cross-entropy.</summary>
public static class AuxiliaryLosses
{
    /// <summary>How often attention looked twice at the same place, per real target token.</summary>
    /// <remarks>See et al. 2017, eq. 12: Σ_t Σ_s min(α_ts, Σ_{u&lt;t} α_us).</remarks>
    /// <param name="weights">(B, T, S).</param>
    /// <param name="targets">Target ids, (B, T); padding does not count.</param>
    public static Tensor Coverage(Tensor weights, Tensor targets)
    {
        // earlier[t, u] = 1 where u < t: one product sums up what came before each step.
        var steps = arange(weights.size(1));
        var earlier = steps.unsqueeze(1).gt(steps.unsqueeze(0)).to_type(weights.dtype);
        var before = earlier.matmul(weights);
        var isReal = targets.ne(Vocabulary.PadId).to_type(weights.dtype);
        return (weights.minimum(before).sum(dim: 2) * isReal).sum() / isReal.sum().clamp_min(1);
    }

    /// <summary>How far the student's distribution is from the teacher's, per real target token.</summary>
    /// <remarks>
    /// Hinton et al. 2015: τ² · KL(softmax(teacher/τ) ‖ softmax(student/τ)). No gradient goes to the teacher.
    /// </remarks>
    public static Tensor Distillation(Tensor student, Tensor teacher, Tensor targets, double temperature = 1)
    {
        var isReal = targets.ne(Vocabulary.PadId).to_type(student.dtype);
        var wanted = (teacher.detach() / temperature).log_softmax(-1);
        var given = (student / temperature).log_softmax(-1);
        var divergence = (wanted.exp() * (wanted - given)).sum(dim: 2);
        return (divergence * isReal).sum() / isReal.sum().clamp_min(1) * (temperature * temperature);
    }

    /// <summary>Σ |w| over the weights (matrices and tables, not biases or norms).</summary>
    public static Tensor L1(nn.Module module) => Over(module, weight => weight.abs().sum());

    /// <summary>Σ w² over the weights (matrices and tables, not biases or norms).</summary>
    public static Tensor L2(nn.Module module) => Over(module, weight => weight.square().sum());

    private static Tensor Over(nn.Module module, Func<Tensor, Tensor> norm) =>
        module.parameters().Where(parameter => parameter.dim() > 1).Select(parameter => norm(parameter))
            .Aggregate((a, b) => a + b);
}
