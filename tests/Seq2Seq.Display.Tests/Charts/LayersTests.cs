using Seq2Seq.Display.Diagrams;

namespace Seq2Seq.Display.Tests.Charts;

public class LayersTests
{
    [Fact]
    public void Every_edge_of_an_acyclic_graph_runs_forward()
    {
        (int, int)[] edges = [.. Enumerable.Range(1, 60).SelectMany(i => new[] { (i / 2, i), (i / 3, i) }).Where(edge => edge.Item1 != edge.Item2)];

        var layers = new Layers(61, edges);

        var layerOf = layers.Rows.SelectMany((row, layer) => row.Select(id => (id, layer))).ToDictionary(pair => pair.id, pair => pair.layer);
        Assert.All(edges, edge => Assert.True(layerOf[edge.Item1] < layerOf[edge.Item2]));
        Assert.All(layers.Chains.Where(chain => chain.Count > 2), chain => Assert.Equal(Enumerable.Range(layerOf[chain[0]], chain.Count), chain.Select(id => layerOf[id])));
    }

    [Fact]
    public void Every_node_stands_in_one_layer_even_in_a_cycle()
    {
        var layers = new Layers(4, [(0, 1), (1, 2), (2, 0), (3, 3)]);

        Assert.Equal([0, 1, 2, 3], layers.Rows.SelectMany(row => row).Where(layers.IsNode).Order());
    }

    [Fact]
    public void Two_parallel_ways_do_not_cross()
    {
        // 0→2→4 and 1→3→5: one order in every layer.
        var layers = new Layers(6, [(0, 3), (1, 2), (3, 4), (2, 5)]);

        var place = layers.Rows.SelectMany(row => row.Select((id, i) => (id, i))).ToDictionary(pair => pair.id, pair => pair.i);
        Assert.Equal(place[0] < place[1], place[3] < place[2]);
        Assert.Equal(place[3] < place[2], place[4] < place[5]);
    }

    [Fact]
    public void A_long_chain_needs_no_deep_stack()
    {
        var layers = new Layers(50_000, [.. Enumerable.Range(0, 49_999).Select(i => (i, i + 1))]);

        Assert.Equal(50_000, layers.Rows.Count);
    }
}
