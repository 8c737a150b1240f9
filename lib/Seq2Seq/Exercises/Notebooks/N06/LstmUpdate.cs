using Seq2Seq.Exercises.Notebooks.N05;

namespace Seq2Seq.Exercises.Notebooks.N06;

internal sealed class LstmUpdate : Exercise<Func<Tensor, Tensor, (Tensor, Tensor)>>
{
    public LstmUpdate() : base(
        "06.1",
        "Inside the LSTM",
        "chunk(4, dim: 1) gives the four blocks. Three of them are gates and get a sigmoid, the candidate gets a tanh.",
        "memory = f ∘ c + i ∘ g; the hidden state is o ∘ tanh(memory).")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((parts, c) =>
        {
            var blocks = parts.chunk(4, dim: 1);
            var (i, f, g, o) = (blocks[0].sigmoid(), blocks[1].sigmoid(), blocks[2].tanh(), blocks[3].sigmoid());
            var memory = f * c + i * g;
            return (o * memory.tanh(), memory);
        });
        Mistake("You read the blocks in the order i, f, o, g. Here the candidate g is the third.", (parts, c) => Update(parts, c, 0, 1, 3, 2));
        Mistake("Input and forget gate are swapped: i comes first.", (parts, c) => Update(parts, c, 1, 0, 2, 3));
        Mistake(
            "The tanh around the memory is missing in the hidden state: the memory may grow beyond 1, what is shown may not.",
            (parts, c) => (parts.chunk(4, dim: 1)[3].sigmoid() * Update(parts, c, 0, 1, 2, 3).Item2, Update(parts, c, 0, 1, 2, 3).Item2));
        Mistake(
            "You gave the candidate a sigmoid. It has to be able to write negative numbers: tanh.",
            (parts, c) =>
            {
                var blocks = parts.chunk(4, dim: 1);
                var memory = blocks[1].sigmoid() * c + blocks[0].sigmoid() * blocks[2].sigmoid();
                return (blocks[3].sigmoid() * memory.tanh(), memory);
            });
        Mistake(
            "The two results are swapped: return the hidden state first, then the memory.",
            (parts, c) => (Update(parts, c, 0, 1, 2, 3).Item2, Update(parts, c, 0, 1, 2, 3).Item1));
        Case(update => Run(update, NextState.Values(1, 2, 12) * 3, NextState.Values(2, 2, 3) * 2));
        Case(update => Run(update, NextState.Values(5, 1, 8) * 2, NextState.Values(7, 1, 2)));
    }

    private static (Tensor, Tensor) Update(Tensor parts, Tensor c, int input, int forget, int candidate, int output)
    {
        var blocks = parts.chunk(4, dim: 1);
        var memory = blocks[forget].sigmoid() * c + blocks[input].sigmoid() * blocks[candidate].tanh();
        return (blocks[output].sigmoid() * memory.tanh(), memory);
    }

    private static object Run(Func<Tensor, Tensor, (Tensor, Tensor)> update, Tensor parts, Tensor c)
    {
        var (hidden, memory) = update(parts, c);
        return new[] { hidden, memory };
    }
}
