namespace Seq2Seq.Training;

/// <summary>Keeps copies of a model's weights: the best, and the last few to average.</summary>
internal sealed class WeightKeeper(nn.Module model, TrainerOptions options)
{
    private readonly List<Dictionary<string, Tensor>> _recent = [];
    private Dictionary<string, Tensor>? _best;

    /// <summary>All copies by name, for a checkpoint.</summary>
    public IEnumerable<(string Name, Tensor Value)> Copies
    {
        get
        {
            foreach (var (name, value) in _best ?? []) yield return ("best." + name, value);
            for (var i = 0; i < _recent.Count; i++)
            {
                foreach (var (name, value) in _recent[i]) yield return ($"recent.{i}.{name}", value);
            }
        }
    }

    public void EndEpoch(bool isBest)
    {
        if (options.KeepBest && isBest) _best = Copy();
        if (options.AverageLast == 0) return;
        _recent.Add(Copy());
        if (_recent.Count > options.AverageLast) _recent.RemoveAt(0);
    }

    /// <summary>Takes back the copies of a checkpoint.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> stored)
    {
        var best = Under("best.", stored);
        _best = best.Count > 0 ? best : null;
        _recent.Clear();
        for (var i = 0; Under($"recent.{i}.", stored) is { Count: > 0 } copy; i++) _recent.Add(copy);
    }

    public void Finish()
    {
        using var noGradient = no_grad();
        if (_recent.Count > 0)
        {
            foreach (var (name, value) in model.state_dict())
            {
                if (!value.is_floating_point()) continue;
                using var scope = NewDisposeScope();
                value.copy_(stack(_recent.Select(copy => copy[name]).ToArray()).mean([0]));
            }
        }
        else if (_best is not null)
        {
            foreach (var (name, value) in model.state_dict()) value.copy_(_best[name]);
        }
    }

    private Dictionary<string, Tensor> Copy()
    {
        var copy = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, value) in model.state_dict()) copy[name] = value.detach().clone().DetachFromDisposeScope();
        return copy;
    }

    private static Dictionary<string, Tensor> Under(string prefix, IReadOnlyDictionary<string, Tensor> stored) => stored
        .Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(x => x.Key[prefix.Length..], x => x.Value, StringComparer.Ordinal);
}
