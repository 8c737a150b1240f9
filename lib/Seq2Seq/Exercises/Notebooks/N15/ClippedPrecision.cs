namespace Seq2Seq.Exercises.Notebooks.N15;

internal sealed class ClippedPrecision : Exercise<Func<string[], string[], double>>
{
    public ClippedPrecision() : base(
        "15.1",
        "The unigram precision of BLEU",
        "Each word of the translation counts as right at most as often as it stands in the reference.",
        "For each different word of the translation add Math.Min(its count there, its count in the reference); divide by the translation's length.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((translation, reference) =>
        {
            var right = 0;
            foreach (var word in translation.Distinct())
                right += Math.Min(translation.Count(w => w == word), reference.Count(w => w == word));
            return right / (double)translation.Length;
        });
        Mistake(
            "\"the the the\" would be a perfect translation: a word may count only as often as it stands in the reference (clipping).",
            (translation, reference) => translation.Count(reference.Contains) / (double)translation.Length);
        Mistake(
            "You divided by the length of the reference: that is recall. Precision divides by the length of the translation.",
            (translation, reference) => Shared(translation, reference) / (double)reference.Length);
        Mistake(
            "You count each different word once. A word that stands twice in both counts twice.",
            (translation, reference) => translation.Distinct().Count(reference.Contains) / (double)translation.Length);
        Mistake(
            "The words need not stand at the same place: count them, wherever they stand.",
            (translation, reference) =>
                translation.Zip(reference).Count(pair => pair.First == pair.Second) / (double)translation.Length);
        Case(precision => precision(["the", "the", "the", "the"], ["the", "cat", "is", "on", "the", "mat"]));
        Case(precision => precision(["on", "the", "mat", "a", "cat"], ["the", "cat", "is", "on", "the", "mat"]));
        Case(precision => precision(["dog"], ["cat", "cat"]));
    }

    private static int Shared(string[] first, string[] second) =>
        first.Distinct().Sum(word => Math.Min(first.Count(w => w == word), second.Count(w => w == word)));
}
