namespace Seq2Seq.Display.Diagrams;

/// <summary>Puts the nodes of a directed graph into layers and orders each, so that edges run one way and cross little.</summary>
/// <remarks>
/// After Sugiyama et al. 1981: edges that close a cycle are turned round, a node's layer is its longest way from a source,
/// an edge over several layers (not too many) gets a place in each between, and layers are ordered by the mean place of their neighbours.
/// </remarks>
internal sealed class Layers
{
    // A longer edge runs straight: places in every layer it passes would make the layout quadratic.
    private const int LongestRouted = 24;
    private readonly int nodeCount;
    private readonly List<int> layerOf = [];
    private readonly List<double> place = [];
    private readonly List<List<int>> above = [];
    private readonly List<List<int>> below = [];

    public Layers(int nodeCount, IReadOnlyList<(int From, int To)> edges)
    {
        this.nodeCount = nodeCount;
        for (var i = 0; i < nodeCount; i++)
            AddPlace(0);
        var forward = WithoutCycles(nodeCount, edges);
        Assign(forward);
        foreach (var (from, to) in forward)
            Chains.Add(Connect(from, to));
        Rows = [.. Enumerable.Range(0, layerOf.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<int>())];
        for (var i = 0; i < layerOf.Count; i++)
            Rows[layerOf[i]].Add(i);
        foreach (var row in Rows)
            Number(row);
        for (var sweep = 0; sweep < 8; sweep++)
            Sweep(down: sweep % 2 == 0);
    }

    /// <summary>The layers, first to last; ids from the node count on are places of long edges.</summary>
    public List<List<int>> Rows { get; }

    /// <summary>For each edge the nodes and places it runs through, from its start to its end (turned-round ones too).</summary>
    public List<List<int>> Chains { get; } = [];

    public bool IsNode(int id) => id < nodeCount;

    private void AddPlace(int layer)
    {
        layerOf.Add(layer);
        place.Add(0);
        above.Add([]);
        below.Add([]);
    }

    // Depth first with a stack of its own; an edge to a node still open closes a cycle.
    private static List<(int From, int To)> WithoutCycles(int nodeCount, IReadOnlyList<(int From, int To)> edges)
    {
        var outgoing = edges.Select((edge, i) => (edge, i)).ToLookup(pair => pair.edge.From, pair => pair.i);
        var state = new int[nodeCount];
        var turned = new bool[edges.Count];
        for (var root = 0; root < nodeCount; root++)
        {
            if (state[root] != 0)
                continue;
            var stack = new Stack<(int Node, IEnumerator<int> Edges)>();
            stack.Push((root, outgoing[root].GetEnumerator()));
            state[root] = 1;
            while (stack.TryPeek(out var top))
            {
                if (!top.Edges.MoveNext())
                {
                    state[top.Node] = 2;
                    stack.Pop();
                    continue;
                }
                var to = edges[top.Edges.Current].To;
                turned[top.Edges.Current] = state[to] == 1;
                if (state[to] == 0)
                {
                    state[to] = 1;
                    stack.Push((to, outgoing[to].GetEnumerator()));
                }
            }
        }
        return [.. edges.Select((edge, i) => turned[i] ? (edge.To, edge.From) : edge)];
    }

    private void Assign(List<(int From, int To)> edges)
    {
        var incoming = new int[nodeCount];
        foreach (var (from, to) in edges.Where(edge => edge.From != edge.To))
            incoming[to]++;
        var outgoing = edges.Where(edge => edge.From != edge.To).ToLookup(edge => edge.From, edge => edge.To);
        var ready = new Queue<int>(Enumerable.Range(0, nodeCount).Where(node => incoming[node] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var to in outgoing[node])
            {
                layerOf[to] = Math.Max(layerOf[to], layerOf[node] + 1);
                if (--incoming[to] == 0)
                    ready.Enqueue(to);
            }
        }
        // A source stands just before what it feeds, not at the very start.
        var fed = edges.Select(edge => edge.To).ToHashSet();
        for (var node = 0; node < nodeCount; node++)
        {
            if (!fed.Contains(node) && outgoing[node].Any())
                layerOf[node] = outgoing[node].Min(to => layerOf[to]) - 1;
        }
    }

    private List<int> Connect(int from, int to)
    {
        var chain = new List<int> { from };
        for (var layer = layerOf[from] + 1; layer < layerOf[to] && layerOf[to] - layerOf[from] <= LongestRouted; layer++)
        {
            AddPlace(layer);
            chain.Add(layerOf.Count - 1);
        }
        chain.Add(to);
        for (var i = 1; i < chain.Count && from != to; i++)
        {
            below[chain[i - 1]].Add(chain[i]);
            above[chain[i]].Add(chain[i - 1]);
        }
        return chain;
    }

    private void Number(List<int> row)
    {
        for (var i = 0; i < row.Count; i++)
            place[row[i]] = row.Count == 1 ? 0.5 : (double)i / (row.Count - 1);
    }

    private void Sweep(bool down)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[down ? i : Rows.Count - 1 - i];
            var neighbours = down ? above : below;
            var wanted = row.ToDictionary(id => id, id => neighbours[id].Count == 0 ? place[id] : neighbours[id].Average(other => place[other]));
            var ordered = row.OrderBy(id => wanted[id]).ToList();
            row.Clear();
            row.AddRange(ordered);
            Number(row);
        }
    }
}
