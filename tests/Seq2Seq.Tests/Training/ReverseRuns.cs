using Seq2Seq.Models;
using Seq2Seq.Tasks;
using Seq2Seq.Tests.Models;
using Seq2Seq.Text;
using Seq2Seq.Training;

namespace Seq2Seq.Tests.Training;

/// <summary>Short runs of a small model that learns to reverse, for the tests of training.</summary>
internal static class ReverseRuns
{
    public static Example[] Examples { get; } = Of(ToyTasks.Reverse(120, symbols: 5, minimumLength: 2, maximumLength: 4));

    public static TrainerOptions Options => new()
    {
        Epochs = 3,
        Batching = new BucketBatching(16),
        LearningRate = LearningRate.Constant(5e-3).WarmUp(4),
    };

    /// <summary>A model small enough that a run takes a second, with dropout.</summary>
    public static Seq2SeqModel Model() => new(
        new RecurrentEncoder(9, 4, 6, dropout: 0.2),
        new BahdanauDecoder(new DecoderOptions(9, 4, 8) { Dropout = 0.2 }, new AdditiveAttention(8, 12)));

    /// <summary>The bits of all weights after a run.</summary>
    public static string Train(TrainerOptions options)
    {
        manual_seed(1);
        var model = Model();
        new Trainer(model, options).Fit(Examples[..100], Examples[100..]);
        return string.Join(' ', model.parameters().SelectMany(Near.Values)
            .Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", null)));
    }

    public static Example[] Of(IReadOnlyList<TaskPair> pairs) =>
    [
        .. pairs.Select((pair, i) => new Example(Ids(pair.Source), Ids(pair.Target), i)),
    ];

    private static long[] Ids(string letters) => [.. letters.Split(' ').Select(letter => letter[0] - 'a' + 4L), Vocabulary.EndId];
}
