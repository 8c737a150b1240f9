using Seq2Seq.Training;

namespace Seq2Seq.Cli;

/// <summary>Runs a command and turns all that can go wrong into one message and an exit code, never a stack trace.</summary>
internal static class Failure
{
    /// <summary>Data, files, options: the message says what to do.</summary>
    private const int Refused = 1;

    /// <summary>Nothing the user could have done otherwise (EX_SOFTWARE of sysexits.h).</summary>
    private const int OurFault = 70;

    public static int Guard(TextWriter error, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (IOException e) when (StandardOutput.IsClosed(e))
        {
            return StandardOutput.NobodyReads;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException
            or TrainingDivergedException)
        {
            error.WriteLine($"seq2seq: {e.Message}");
            return Refused;
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine(
                "seq2seq: the memory does not suffice for a model or a batch of this size. Take a smaller --hidden, --batch or --beam, "
                + "or fewer tokens (--minimum-count, --merges).");
            return Refused;
        }
        catch (Exception e)
        {
            error.WriteLine(
                $"seq2seq: {e.GetType().Name}: {e.Message} This is a fault of seq2seq; please report it with the command you gave.");
            return OurFault;
        }
    }
}
