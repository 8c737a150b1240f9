using Seq2Seq.Text;

namespace Seq2Seq.Exercises.Notebooks.N03;

internal sealed class ShiftTarget : Exercise<Func<long[], (long[] Input, long[] Output)>>
{
    public ShiftTarget() : base(
        "03.4",
        "What the decoder reads and what it shall say",
        "At step t the decoder has read the token before and shall say the token at t; the first one has no token before it, and at last it shall say that it is done.",
        "Input is <bos> and then the sentence; output is the sentence and then <eos>. Both are one longer than the sentence.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(target => (
            new[] { (long)Vocabulary.StartId }.Concat(target).ToArray(),
            target.Append(Vocabulary.EndId).ToArray()));
        Mistake(
            "Without <eos> in the output the decoder never learns to stop.",
            target => ([Vocabulary.StartId, .. target.SkipLast(1)], target));
        Mistake(
            "Input and output are the same: the decoder would only have to copy what it reads. The output must be one step ahead.",
            target =>
                ([Vocabulary.StartId, .. target, Vocabulary.EndId], [Vocabulary.StartId, .. target, Vocabulary.EndId]));
        Mistake(
            "Input and output are swapped: the decoder reads <bos> first, and says <eos> last.",
            target => ([.. target, Vocabulary.EndId], [Vocabulary.StartId, .. target]));
        Mistake(
            "The input ends in <eos>: the decoder never reads its own end mark. Both arrays are one longer than the sentence, not two.",
            target => ([Vocabulary.StartId, .. target, Vocabulary.EndId], [.. target, Vocabulary.EndId]));
        Case(shift => shift([7, 8, 9]));
        Case(shift => shift([]));
    }
}
