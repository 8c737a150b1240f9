namespace Seq2Seq.Text;

/// <summary>A binary tree over a vocabulary in which frequent tokens sit near the root: the hierarchy of hierarchical
/// softmax.</summary>
/// <remarks>
/// P(w | h) = Π σ(±h · v_node) along the path to w: about log₂ V products instead of V (Morin and Bengio 2005;
/// Huffman's code as in Mikolov et al. 2013). There are V − 1 inner nodes; the root is the last one.
/// </remarks>
public sealed class HuffmanTree
{
    private readonly HuffmanPath[] _paths;

    private HuffmanTree(HuffmanPath[] paths) => _paths = paths;

    /// <summary>How many inner nodes there are, each with a vector of its own.</summary>
    public int InnerNodes => _paths.Length - 1;

    /// <summary>The way from the root to a token.</summary>
    public HuffmanPath this[long id] => _paths[id];

    /// <summary>The tree of a vocabulary's counts (a token without a count counts once).</summary>
    public static HuffmanTree Of(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var leaves = vocabulary.Count;
        var parents = new int[2 * leaves - 1];
        var bits = new bool[2 * leaves - 1];
        var queue = new PriorityQueue<int, (long Count, int Node)>();
        for (var id = 0; id < leaves; id++)
            queue.Enqueue(id, (Math.Max(1L, vocabulary.CountOf(vocabulary.Tokens[id])), id));
        for (var node = leaves; node < 2 * leaves - 1; node++)
        {
            queue.TryDequeue(out var first, out var least);
            queue.TryDequeue(out var second, out var next);
            parents[first] = parents[second] = node;
            bits[second] = true;
            queue.Enqueue(node, (least.Count + next.Count, node));
        }

        var paths = new HuffmanPath[leaves];
        for (var id = 0; id < leaves; id++)
        {
            var nodes = new List<int>();
            var turns = new List<bool>();
            for (var node = id; node < 2 * leaves - 2; node = parents[node])
            {
                nodes.Insert(0, parents[node] - leaves);
                turns.Insert(0, bits[node]);
            }

            paths[id] = new HuffmanPath(nodes, turns);
        }

        return new HuffmanTree(paths);
    }
}

/// <summary>The way from the root of a <see cref="HuffmanTree"/> to a token.</summary>
/// <param name="Nodes">The inner nodes passed, the root first.</param>
/// <param name="Turns">At each of them: false to the left, true to the right.</param>
public sealed record HuffmanPath(IReadOnlyList<int> Nodes, IReadOnlyList<bool> Turns);
