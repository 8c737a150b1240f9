using Seq2Seq.Tensors.Modules;
using Seq2Seq.Tensors.Tests.Ops;

namespace Seq2Seq.Tensors.Tests.Modules;

/// <summary>Recurrent layers as functions of rows, states and all weights: padded, packed, batch first, both directions.</summary>
public sealed class RecurrentCases : IGradientCases
{
    private const int Inputs = 3;
    private const int Hidden = 2;

    public IEnumerable<GradientCase> Cases
    {
        get
        {
            foreach (var kind in Enum.GetValues<RecurrentKind>())
            {
                yield return Case(kind, "padded", RowBatches.Even(3, 2), directions: 1);
                yield return Case(kind, "batch first", RowBatches.Even(3, 2, batchFirst: true), directions: 1);
                yield return Case(kind, "one step", RowBatches.Even(1, 3), directions: 1);
                yield return Case(kind, "packed both ways", RowBatches.Packed([3, 2, 2, 1], 4), directions: 2);
            }
        }
    }

    private static GradientCase Case(RecurrentKind kind, string note, RowBatches batches, int directions)
    {
        var width = kind.Gates() * Hidden;
        List<long[]> shapes = [[batches.Rows, Inputs], [directions, batches.Largest, Hidden]];
        if (kind.HasCell())
            shapes.Add([directions, batches.Largest, Hidden]);
        for (var d = 0; d < directions; d++)
            shapes.AddRange([[width, Inputs], [width, Hidden], [width], [width]]);
        return new GradientCase($"{kind} {note}", x => Run(kind, batches, directions, x), [.. shapes], 0.2, 0.8);
    }

    // Rows, last state and last cell each weigh differently, so that a gradient lost in one of them shows.
    private static torch.Tensor Run(RecurrentKind kind, RowBatches batches, int directions, torch.Tensor[] x)
    {
        var first = kind.HasCell() ? 3 : 2;
        var weights = new RecurrentWeights[directions];
        for (var d = 0; d < directions; d++)
        {
            var w = x.AsSpan(first + (4 * d), 4);
            weights[d] = new RecurrentWeights(w[0], w[1], w[2], w[3]);
        }

        var (rows, state, cell) = RecurrentLayer.Run(kind, x[0], batches, x[1], kind.HasCell() ? x[2] : null, weights);
        var parts = cell is null
            ? new[] { rows.flatten(), state.flatten() * 2 }
            : [rows.flatten(), state.flatten() * 2, cell.flatten() * 3];
        return torch.cat(parts);
    }
}
