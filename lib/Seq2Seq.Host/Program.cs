using System.CommandLine;
using Seq2Seq.Host.Jupyter;
using Seq2Seq.Host.Running;
using Seq2Seq.Host.Scripting;

var course = new RootCommand("Runs the course's notebooks.")
{
    JupyterCommand.Create(() => new ScriptSession(new SessionOptions()), DotnetHost.Path),
};
return course.Parse(args).Invoke();
