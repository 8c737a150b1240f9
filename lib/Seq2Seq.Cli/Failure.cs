using Seq2Seq.Training;

namespace Seq2Seq.Cli;

/// <summary>Runs a command and turns what can go wrong with files and data into one line and exit code 1.</summary>
internal static class Failure
{
    public static int Guard(TextWriter error, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException
            or TrainingDivergedException)
        {
            error.WriteLine($"seq2seq: {e.Message}");
            return 1;
        }
    }
}
