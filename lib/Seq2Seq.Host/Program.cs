using System.CommandLine;
using System.Globalization;
using Seq2Seq.Host.Cli;
using Seq2Seq.Host.Running;

// The session process is started by the runner, never by hand: no parser, it starts sooner.
if (args is [SessionServer.Command, var pipe, var folder, var streamLimit])
    return await SessionServer.Serve(pipe, folder, int.Parse(streamLimit, CultureInfo.InvariantCulture)).ConfigureAwait(false);

// Ctrl-C has to end the notebooks' processes first.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };
return await CourseCommand.Create().Parse(args).InvokeAsync(configuration).ConfigureAwait(false);
