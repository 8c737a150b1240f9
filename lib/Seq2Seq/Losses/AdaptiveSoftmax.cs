using Seq2Seq.Text;

namespace Seq2Seq.Models;

/// <summary>A softmax in two steps: frequent tokens directly, rare ones through the class they belong to.</summary>
/// <remarks>
/// Grave et al. 2017: the head scores the tokens of the first class and one entry per further class; p(token) = p(class)·p(token | class)
/// for the rest. Classes further back get smaller projections (H / factorⁱ), for their tokens are seldom seen.
/// </remarks>
public sealed class AdaptiveSoftmax : nn.Module<Tensor, Tensor>
{
    private readonly VocabularyClasses _classes;
    private readonly Linear head;
    private readonly ModuleList<Linear> downs;
    private readonly ModuleList<Linear> tails;

    /// <summary>A softmax over H features; the first class of <paramref name="classes"/> is the frequent one.</summary>
    public AdaptiveSoftmax(long features, VocabularyClasses classes, double factor = 4) : base(nameof(AdaptiveSoftmax))
    {
        if (classes.Count < 2)
        {
            throw new ArgumentException(
                $"AdaptiveSoftmax: got {classes.Count} class; expected at least 2, else it is a plain softmax.", nameof(classes));
        }

        _classes = classes;
        head = nn.Linear(features, classes.SizeOf(0) + classes.Count - 1, hasBias: false);
        var sizes = Enumerable.Range(1, classes.Count - 1)
            .Select(i => Math.Max(1, (long)(features / Math.Pow(factor, i)))).ToArray();
        downs = nn.ModuleList(sizes.Select(size => nn.Linear(features, size, hasBias: false)).ToArray());
        tails = nn.ModuleList(sizes.Select((size, i) => nn.Linear(size, classes.SizeOf(i + 1), hasBias: false)).ToArray());
        RegisterComponents();
    }

    /// <summary>The log-probability of every token: features (..., H) to (..., V). For decoding; training uses <see cref="Loss"/>.</summary>
    public override Tensor forward(Tensor input)
    {
        var first = head.call(input).log_softmax(-1);
        var parts = new List<Tensor> { first.narrow(-1, 0, _classes.SizeOf(0)) };
        for (var i = 0; i + 1 < _classes.Count; i++)
        {
            var within = tails[i].call(downs[i].call(input)).log_softmax(-1);
            parts.Add(within + first.narrow(-1, _classes.SizeOf(0) + i, 1));
        }

        return cat(parts, dim: -1);
    }

    /// <summary>−Σ log p of the targets (N) given features (N, H); only the classes that occur are computed.</summary>
    public Tensor Loss(Tensor features, Tensor targets)
    {
        var ids = targets.data<long>().ToArray();
        var shortlist = _classes.SizeOf(0);
        var headTargets = new long[ids.Length];
        var members = new List<(long Row, long Index)>[_classes.Count];
        for (var row = 0; row < ids.Length; row++)
        {
            var @class = _classes.ClassOf(ids[row]);
            headTargets[row] = @class == 0 ? ids[row] : shortlist + @class - 1;
            if (@class > 0) (members[@class] ??= []).Add((row, _classes.IndexInClass(ids[row])));
        }

        var loss = nn.functional.cross_entropy(head.call(features), tensor(headTargets), reduction: nn.Reduction.Sum);
        for (var i = 1; i < _classes.Count; i++)
        {
            if (members[i] is not { } rows) continue;
            var inside = features.index_select(0, tensor(rows.Select(x => x.Row).ToArray()));
            var wanted = tensor(rows.Select(x => x.Index).ToArray());
            loss = loss + nn.functional.cross_entropy(
                tails[i - 1].call(downs[i - 1].call(inside)), wanted, reduction: nn.Reduction.Sum);
        }

        return loss;
    }
}
