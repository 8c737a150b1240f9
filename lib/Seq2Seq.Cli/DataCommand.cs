using System.CommandLine;
using Seq2Seq.Tasks;

namespace Seq2Seq.Cli;

/// <summary>seq2seq data FOLDER: writes the course's data.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where to write." };
        var command = new Command("data", "Write the data of the course.") { folder };
        command.SetAction(parsed => Failure.Guard(parsed.InvocationConfiguration.Error, () =>
        {
            foreach (var path in TaskFiles.Write(parsed.GetRequiredValue(folder))) parsed.InvocationConfiguration.Output.WriteLine(path);
            return 0;
        }));
        return command;
    }
}
