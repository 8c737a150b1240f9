using Seq2Seq.Text;
using Padding = Seq2Seq.Text.Padding;

namespace Seq2Seq.Tests.Text;

public sealed class BatchingTests
{
    private static readonly Example[] Examples = Make(500);

    public static TheoryData<string> Kinds => ["random", "bucket", "budget"];

    [Fact]
    public void A_batch_pads_masks_and_shifts_the_target_by_one()
    {
        var batch = Batch.Of(new Example([7, 8, 3], [5], 4), new Example([9], [5, 6], 2));

        Assert.Equal(new long[,] { { 7, 8, 3 }, { 9, 0, 0 } }, batch.Source);
        Assert.Equal(new[,] { { true, true, true }, { true, false, false } }, batch.SourceMask);
        Assert.Equal(new long[,] { { 2, 5, 0 }, { 2, 5, 6 } }, batch.TargetInput);
        Assert.Equal(new long[,] { { 5, 3, 0 }, { 5, 6, 3 } }, batch.TargetOutput);
        Assert.Equal(new[,] { { true, true, false }, { true, true, true } }, batch.TargetMask);
        Assert.Equal([3, 1], batch.SourceLengths);
        Assert.Equal([2, 3], batch.TargetLengths);
        Assert.Equal([4, 2], batch.Indices);
        Assert.Equal((2, 3, 3, 5, 12, 3), (batch.Size, batch.SourceLength, batch.TargetLength, batch.TargetTokens, batch.Cells, batch.PaddedCells));
        Assert.Equal(new long[,] { { 7, 9 }, { 8, 0 }, { 3, 0 } }, Batch.TimeMajor(batch.Source));
    }

    [Fact]
    public void A_batch_becomes_tensors()
    {
        using var tensors = Batch.Of(new Example([7, 8, 3], [5], 0), new Example([9], [5, 6], 1)).ToTensors();

        Assert.Equal([2L, 3L], tensors.Source.shape);
        Assert.Equal([7L, 8L, 3L, 9L, 0L, 0L], tensors.Source.data<long>().ToArray());
        Assert.Equal([true, true, true, true, false, false], tensors.SourceMask.data<bool>().ToArray());
        Assert.Equal([3L, 1L], tensors.SourceLengths.data<long>().ToArray());
        Assert.Equal([2L, 5L, 0L, 2L, 5L, 6L], tensors.TargetInput.data<long>().ToArray());
        Assert.Equal([5L, 3L, 0L, 5L, 6L, 3L], tensors.TargetOutput.data<long>().ToArray());
        Assert.Equal([true, true, false, true, true, true], tensors.TargetMask.data<bool>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_example_comes_once_and_the_seed_decides_the_order(string kind)
    {
        var first = Make(kind).Batches(Examples, new SeededRandom(3));
        var again = Make(kind).Batches(Examples, new SeededRandom(3));
        var other = Make(kind).Batches(Examples, new SeededRandom(4));

        Assert.Equal(Enumerable.Range(0, 500), first.SelectMany(batch => batch.Indices).Order());
        Assert.Equal(first.SelectMany(batch => batch.Indices), again.SelectMany(batch => batch.Indices));
        Assert.NotEqual(first.SelectMany(batch => batch.Indices), other.SelectMany(batch => batch.Indices));
        Assert.NotEqual(first.Select(batch => batch.TargetLength), first.Select(batch => batch.TargetLength).Order());
    }

    [Fact]
    public void Buckets_and_budgets_waste_less_than_chance()
    {
        var random = Batching.Waste(Make("random").Batches(Examples, new SeededRandom(1)));
        var bucket = Batching.Waste(Make("bucket").Batches(Examples, new SeededRandom(1)));
        var budget = Batching.Waste(Make("budget").Batches(Examples, new SeededRandom(1)));

        Assert.InRange(random, 0.3, 0.6);
        Assert.InRange(bucket, 0, random / 2);
        Assert.InRange(budget, 0, random / 2);
    }

    [Fact]
    public void No_batch_exceeds_the_budget_but_one_long_sentence()
    {
        var examples = Examples.Append(new Example([.. Enumerable.Repeat(9L, 700)], [9], 500)).ToArray();

        var batches = Make("budget").Batches(examples, new SeededRandom(1));

        Assert.All(batches, batch => Assert.True(Math.Max(batch.SourceLength, batch.TargetLength) * batch.Size <= 300 || batch.Size == 1));
        Assert.Equal(501, batches.Sum(batch => batch.Size));
    }

    [Fact]
    public void Evaluation_goes_in_the_order_of_the_data()
    {
        Assert.Equal(Enumerable.Range(0, 500), Batching.InOrder(Examples, 64).SelectMany(batch => batch.Indices));
    }

    [Fact]
    public void A_corpus_becomes_examples()
    {
        var corpus = ParallelCorpus.Parse("a b\tc\nb\td d\n");
        var words = new WordTokeniser();
        var source = Vocabulary.Build(words.Tokenise(corpus.Sources));
        var target = Vocabulary.Build(words.Tokenise(corpus.Targets));

        var examples = Example.From(corpus, words, source, words, target);

        Assert.Equal([5, 4, Vocabulary.EndId], examples[0].Source);
        Assert.Equal([4, 4], examples[1].Target);
        Assert.Equal([4], Example.From(corpus, words, source, words, target, sourceEnd: false)[1].Source);
    }

    [Fact]
    public void Padding_goes_to_either_side_and_refuses_to_cut()
    {
        long[][] sequences = [[5, 6], [7]];

        Assert.Equal(new long[,] { { 0, 5, 6 }, { 0, 0, 7 } }, Padding.Pad(sequences, length: 3, side: Side.Left));
        Assert.Equal(new[,] { { false, true, true }, { false, false, true } }, Padding.Mask([2, 1], width: 3, side: Side.Left));
        Assert.Equal(
            "Padding.Pad: a sequence of 2 tokens; expected at most 1. Cut it with Padding.Truncate first.",
            Assert.Throws<ArgumentException>(() => Padding.Pad(sequences, length: 1)).Message);
    }

    [Fact]
    public void Truncation_cuts_either_end_and_keeps_the_end_mark()
    {
        long[] ids = [5, 6, 7, 3];

        Assert.Equal([5, 3], Padding.Truncate(ids, 2));
        Assert.Equal([5, 6], Padding.Truncate(ids, 2, keepEnd: false));
        Assert.Equal([7, 3], Padding.Truncate(ids, 2, Side.Left));
        Assert.Same(ids, Padding.Truncate(ids, 4));
    }

    // torch.nn.utils.rnn.pack_sequence([[1,2],[3,4,5],[6],[7,8]], enforce_sorted=False), PyTorch 1.13.
    [Fact]
    public void Packing_has_the_layout_of_PyTorch()
    {
        int[][] sequences = [[1, 2], [3, 4, 5], [6], [7, 8]];

        var packed = PackedSequence.Pack(sequences);

        Assert.Equal([3, 1, 7, 6, 4, 2, 8, 5], packed.Data);
        Assert.Equal([4, 3, 1], packed.BatchSizes);
        Assert.Equal([1, 0, 3, 2], packed.SortedIndices);
        Assert.Equal([1, 0, 3, 2], packed.UnsortedIndices);
        Assert.Equal(sequences, packed.Unpack());
        Assert.Equal(
            "PackedSequence.Pack: sequence 1 is empty; expected at least one token in each.",
            Assert.Throws<ArgumentException>(() => PackedSequence.Pack<int>([[1], []])).Message);
    }

    private static Example[] Make(int count)
    {
        var random = new SeededRandom(7);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var length = random.Next(1, 30);
            return new Example([.. Enumerable.Repeat(9L, length)], [.. Enumerable.Repeat(9L, Math.Max(1, length + random.Next(-1, 2)))], i);
        })];
    }

    private static Batching Make(string kind) => kind switch
    {
        "random" => new RandomBatching(16),
        "bucket" => new BucketBatching(16),
        _ => new TokenBudgetBatching(300),
    };
}
