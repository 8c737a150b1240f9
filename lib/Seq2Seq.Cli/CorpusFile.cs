using Seq2Seq.Text;

namespace Seq2Seq.Cli;

/// <summary>Reads a TSV of the user's and says what is wrong with it.</summary>
internal static class CorpusFile
{
    public static ParallelCorpus Read(string path, bool swap, TextWriter error)
    {
        if (Directory.Exists(path))
        {
            throw new ArgumentException($"{path} is a folder; expected a file with lines of source TAB target");
        }

        if (!File.Exists(path)) throw new FileNotFoundException($"there is no file {path}; expected lines of source TAB target");
        var corpus = ParallelCorpus.Load(path, new CorpusOptions { Swap = swap });
        error.WriteLine(corpus.Report);
        if (corpus.Count == 0)
        {
            throw new InvalidDataException($"{path} has no sentence pair; expected lines of source TAB target, in UTF-8");
        }

        return corpus;
    }
}
