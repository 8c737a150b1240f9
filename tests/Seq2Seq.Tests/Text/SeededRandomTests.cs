using Seq2Seq.Text;

namespace Seq2Seq.Tests.Text;

public sealed class SeededRandomTests
{
    // The first outputs of xoshiro256** seeded with splitmix64(0), as computed by an independent Python program from the published
    // recurrences.
    [Fact]
    public void The_first_numbers_of_seed_zero_are_those_of_the_published_recurrence()
    {
        var random = new SeededRandom(0);

        ulong[] drawn = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];

        Assert.Equal([11091344671253066420UL, 13793997310169335082UL, 1900383378846508768UL], drawn);
    }

    [Fact]
    public void Whole_numbers_are_uniform()
    {
        var random = new SeededRandom(7);
        var counts = new int[7];

        for (var i = 0; i < 70_000; i++) counts[random.Next(7)]++;

        // Chi-squared with 6 degrees of freedom: 22.5 is passed by chance once in a thousand.
        Assert.True(counts.Sum(c => (c - 10_000.0) * (c - 10_000.0) / 10_000) < 22.5);
    }

    [Fact]
    public void A_range_gives_both_of_its_ends()
    {
        var random = new SeededRandom(1);

        var drawn = Enumerable.Range(0, 1000).Select(_ => random.Next(-2, 3)).ToHashSet();

        Assert.Equal([-2, -1, 0, 1, 2], drawn.Order());
    }

    [Fact]
    public void A_stored_state_goes_on_where_it_stopped()
    {
        var random = new SeededRandom(42);
        random.NextUInt64();
        var copy = SeededRandom.FromState(random.GetState());

        Assert.Equal(random.NextUInt64(), copy.NextUInt64());
    }

    [Fact]
    public void A_permutation_holds_every_number_once()
    {
        var order = new SeededRandom(3).Permutation(100);

        Assert.Equal(Enumerable.Range(0, 100), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public void A_state_of_the_wrong_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => SeededRandom.FromState([1UL, 2UL]));

        Assert.Equal("SeededRandom.FromState: got 2 words; expected 4, not all zero, as GetState gives them.", error.Message);
    }
}
