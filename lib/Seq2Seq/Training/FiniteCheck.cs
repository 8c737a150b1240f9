using System.Globalization;

namespace Seq2Seq.Training;

/// <summary>Finds where numbers stopped being finite.</summary>
internal static class FiniteCheck
{
    public static void Loss(long step, nn.Module model, Tensor logits, double loss)
    {
        if (double.IsFinite(loss)) return;
        var (name, what) = FirstWeight(model) is { } weight ? (weight, "weight")
            : !IsFinite(logits) ? ("logits", "output of the model")
            : ("loss", "loss");
        throw Failure(step, name, what, string.Create(CultureInfo.InvariantCulture, $"the loss is {loss}"));
    }

    public static void Gradient(long step, nn.Module model, double norm)
    {
        if (double.IsFinite(norm)) return;
        var name = model.named_parameters()
            .Where(x => x.Item2.grad is { } gradient && !IsFinite(gradient))
            .Select(x => x.Item1).FirstOrDefault();
        // Finite entries whose squares overflow have no name.
        throw Failure(step, name is null ? "gradient norm" : $"gradient of {name}", "gradient",
            string.Create(CultureInfo.InvariantCulture, $"the gradient's norm is {norm}"));
    }

    private static TrainingDivergedException Failure(long step, string name, string what, string seen) => new(step, name,
        string.Create(CultureInfo.InvariantCulture,
            $"Trainer: at step {step} {seen}; the first bad tensor is {name} ({what}). Expected finite numbers. ")
        + "Lower the learning rate, clip the gradient (ClipNorm), or look for an empty target in the data.");

    private static string? FirstWeight(nn.Module model) =>
        model.named_parameters().Where(x => !IsFinite(x.Item2)).Select(x => x.Item1).FirstOrDefault();

    private static bool IsFinite(Tensor values)
    {
        using var scope = NewDisposeScope();
        // NaN − NaN and ∞ − ∞ are NaN, all else gives 0.
        return !(values.detach() - values.detach()).isnan().any().item<bool>();
    }
}
