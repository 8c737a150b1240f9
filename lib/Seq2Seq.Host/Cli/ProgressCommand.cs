using System.CommandLine;
using Seq2Seq.Host.Progress;
using Seq2Seq.Host.Running;

namespace Seq2Seq.Host.Cli;

/// <summary><c>course progress</c>.</summary>
internal static class ProgressCommand
{
    /// <summary>Said where a course is needed and none is found.</summary>
    public const string NoCourse = "There is no folder notebooks here or above. Change into the course's folder.";

    public static Command Create()
    {
        var command = new Command("progress", "Which notebooks and exercises are done.");
        command.SetAction(_ =>
        {
            if (CourseOverview.Find(Directory.GetCurrentDirectory()) is not { } course)
            {
                Console.Error.WriteLine(NoCourse);
                return ExitCode.Usage;
            }
            Console.Write(course.ToText(withExercises: true));
            return ExitCode.Fine;
        });
        return command;
    }
}
