using System.CommandLine;
using Seq2Seq.Host.Jupyter;
using Seq2Seq.Host.Running;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Cli;

/// <summary>The whole command line.</summary>
internal static class CourseCommand
{
    public static RootCommand Create() => new("Seq2Seq.Notebooks: runs the course's notebooks with nothing but the .NET SDK.")
    {
        RunCommand.Create(),
        ExportCommand.Create(),
        JupyterCommand.Create(() => new ScriptSession(new SessionOptions()), DotnetHost.Path),
    };
}
