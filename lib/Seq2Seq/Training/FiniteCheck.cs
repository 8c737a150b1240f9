using System.Globalization;
using Seq2Seq.Models;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>Finds where numbers stopped being finite.</summary>
internal static class FiniteCheck
{
    public static void Loss(long step, Seq2SeqModel model, BatchTensors data, Tensor logits, double loss)
    {
        if (double.IsFinite(loss)) return;
        var (name, what) = FirstWeight(model) is { } weight ? (weight, "weight")
            : FirstActivation(model, data) is { } activation ? (activation, "inside the model")
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

    // The batch once more, part by part in the order in which the parts are computed; dropout may fall differently than it did.
    private static string? FirstActivation(Seq2SeqModel model, BatchTensors data)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var encoded = model.Encoder.call(data.Source, data.SourceLengths);
        if (!IsFinite(encoded.Memory)) return "encoder memory";
        if (FirstState(encoded.Final) is { } last) return $"encoder {last} state";
        var first = model.Bridge?.Cross(encoded);
        if (FirstState(first) is { } crossed) return $"bridge {crossed} state";
        var state = model.Decoder.Start(encoded, first);
        for (var t = 0; t < data.TargetInput.size(1); t++)
        {
            var taken = model.Step(data.TargetInput.select(1, t), state);
            var place = string.Create(CultureInfo.InvariantCulture, $"at target position {t + 1}");
            if (taken.Attention is not null && !IsFinite(taken.Attention)) return $"attention weights {place}";
            if (taken.State is RecurrentDecoderState recurrent && FirstState(recurrent.Recurrent) is { } kind)
            {
                return $"decoder {kind} state {place}";
            }

            if (!IsFinite(taken.Logits)) return $"logits {place}";
            state = taken.State;
        }

        return null;
    }

    private static string? FirstState(RecurrentState? state) =>
        state is null ? null : !IsFinite(state.Hidden) ? "hidden" : state.Memory is not null && !IsFinite(state.Memory) ? "memory" : null;

    private static bool IsFinite(Tensor values)
    {
        using var scope = NewDisposeScope();
        // NaN − NaN and ∞ − ∞ are NaN, all else gives 0.
        return !(values.detach() - values.detach()).isnan().any().item<bool>();
    }
}
